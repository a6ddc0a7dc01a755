import { expect, html, waitUntil } from '@open-wc/testing';
import type { TrtcSettingsButton } from '../../components/settings-button/settings-button.js';
import type { TrtcSettingsDialog } from '../../components/settings-dialog/settings-dialog.js';
import { expectAccessible, find, maybe, mount, press, settled, textOf, type Mounted } from '../support/mount.js';

const dialog = (): TrtcSettingsDialog | null => document.querySelector('trtc-settings-dialog');
const isShown = (): boolean => maybe(document.body, 'dialog')?.matches(':modal') === true;

async function opened(mounted: Mounted<TrtcSettingsButton>): Promise<TrtcSettingsDialog> {
  find(mounted.element, 'button').focus();
  await press(mounted.element);
  await waitUntil(() => dialog() !== null);
  const found = dialog();
  if (!found) throw new Error('It was there a moment ago.');
  await settled(found);
  return found;
}

const button = (): Promise<Mounted<TrtcSettingsButton>> =>
  mount<TrtcSettingsButton>(html`<trtc-settings-button style="--trtc-accent: rgb(1, 2, 3)"></trtc-settings-button>`);

describe('TrtcSettingsButton', () => {
  before(() => customElements.whenDefined('trtc-settings-button'));
  afterEach(() => dialog()?.remove());

  it('opens the settings as a modal dialog with the words, the brand and the TRTCCalling of its place', async () => {
    const mounted = await button();
    const found = await opened(mounted);
    expect(isShown()).to.equal(true);
    expect(textOf(found)).to.contain('Sound and picture');
    expect(found.calling).to.equal(mounted.calling);
    expect(found.locale).to.equal('en');
    expect(found.style.getPropertyValue('--trtc-accent')).to.equal('rgb(1, 2, 3)');
    expect(mounted.calling.calls('preview')).to.have.length(2);
    await expectAccessible(found);
  });

  it('closing gives back the devices and the focus', async () => {
    const mounted = await button();
    const found = await opened(mounted);
    find(found, 'header button').click();
    await waitUntil(() => dialog() === null);
    await waitUntil(() => document.activeElement === mounted.element);
    expect(mounted.calling.calls('end preview')).to.have.length(2);
  });

  it('a press beside it closes it, one in it does not', async () => {
    const found = await opened(await button());
    find(found, 'h2').click();
    expect(isShown()).to.equal(true);
    find(found, 'dialog').click();
    await waitUntil(() => dialog() === null);
  });

  it('stays when the button goes, and goes with the TRTCCalling', async () => {
    const mounted = await button();
    await opened(mounted);
    mounted.element.remove();
    expect(isShown()).to.equal(true);
    mounted.calling.destroy();
    await mounted.set({ session: { userId: '' } });
    await waitUntil(() => dialog() === null);
  });

  it('opens nothing when that is prevented', async () => {
    const mounted = await button();
    mounted.element.addEventListener('trtc-settings-request', (event) => event.preventDefault());
    await press(mounted.element);
    expect(dialog()).to.equal(null);
  });
});
