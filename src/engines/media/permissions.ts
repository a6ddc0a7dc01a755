import type { DevicePermission } from '../../calling/state/call-state.js';

const KINDS = ['microphone', 'camera'] as const;
type Kind = (typeof KINDS)[number];

/** Tells what the page may do with its devices, now and whenever that changes. Browsers that do not say are left alone. */
export function watchPermissions(tell: (kind: Kind, permission: DevicePermission) => void, signal: AbortSignal): void {
  for (const kind of KINDS) void watch(kind, (permission) => tell(kind, permission), signal);
}

async function watch(kind: Kind, tell: (permission: DevicePermission) => void, signal: AbortSignal): Promise<void> {
  const status = await query(kind);
  if (!status || signal.aborted) return;
  status.addEventListener('change', () => tell(status.state), { signal });
  tell(status.state);
}

/** Rejects where the browser does not know the name: then nobody can say. */
async function query(name: Kind): Promise<PermissionStatus | undefined> {
  try {
    return await globalThis.navigator?.permissions?.query({ name });
  } catch {
    return undefined;
  }
}
