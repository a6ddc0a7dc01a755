/** Who this page is and whom it calls, from its address. */
export function people(): { readonly user: string; readonly friend: string } {
  const asked = new URLSearchParams(location.search);
  return { user: asked.get('user') ?? 'alice', friend: asked.get('friend') ?? 'bob' };
}
