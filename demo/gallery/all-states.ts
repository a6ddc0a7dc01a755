import { docs } from '../docs.js';
import type { ElementState, StatesModule } from './state.js';

const modules = import.meta.glob<StatesModule>('./states/*.ts', { eager: true });

/** An element without a file is shown as it is by itself. */
const PLAIN: readonly ElementState[] = [{ name: 'default' }];

const byName: ReadonlyMap<string, readonly ElementState[]> = new Map(docs.elements.map(({ name }) => [name, modules[`./states/${name}.ts`]?.default ?? PLAIN]));

/** The states of an element, named without its `trtc-`. */
export const statesOf = (element: string): readonly ElementState[] => byName.get(element) ?? [];
