/**
 * What `tim-js-sdk` is in our own bundles: its ES file, 9 kB gzip smaller than its main. Not the file itself, because
 * tsignaling requires the package and looks for these names on what it gets.
 */
// @ts-expect-error this file of the package has no types
import TIM from 'tim-js-sdk/tim-js.es.js';

export default TIM;
export const { create, EVENT, TYPES, VERSION } = TIM;
