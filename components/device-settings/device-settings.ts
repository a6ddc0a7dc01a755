import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { MICROPHONE } from '../../src/calling/levels.js';
import { VIDEO_QUALITIES, type CaptureState, type MediaDeviceKindName, type VideoQuality, type VoiceProcessing } from '../../src/calling/state/call-state.js';
import { LOCAL_USER } from '../../src/calling/tracks.js';
import { routeHere } from '../../src/page/output-route.js';
import { showTrack } from '../../src/page/show-track.js';
import { hostStyles } from '../base/host.styles.js';
import { perform } from '../base/perform.js';
import { SnapshotController } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { WatchController } from '../base/watch-controller.js';
import { TrtcDeviceRequestEvent, TrtcVideoQualityRequestEvent, TrtcVoiceProcessingRequestEvent } from '../events/settings-requests.js';
import { controlWords } from '../locales/en/controls.js';
import { personWords } from '../locales/en/person.js';
import { settingsWords } from '../locales/en/settings.js';
import { troubleWords } from '../locales/en/trouble.js';
import { deviceWord } from '../trouble-banner/device-word.js';
import { DeviceLists } from './device-lists.js';
import { deviceSettingsStyles } from './device-settings.styles.js';
import { Previews } from './previews.js';
import { playTestSound } from './test-sound.js';

const SWITCHES = [['noiseSuppression', 'noiseSuppression'], ['echoCancellation', 'echoCancellation'], ['autoGainControl', 'autoGain']] as const;
const QUALITY_WORDS = {
  auto: 'qualityAuto', low: 'qualityLow', standard: 'qualityStandard', high: 'qualityHigh', hd: 'qualityHd',
} as const satisfies Record<VideoQuality, keyof typeof settingsWords>;

/**
 * @summary Camera, microphone and speaker: which one, how it looks and sounds, and what is done to it. It opens what it shows
 * and lets go of it when it leaves the page; nothing of a preview is sent. In a call with the camera off it opens the camera
 * only when asked.
 * @tagname trtc-device-settings
 * @fires {TrtcDeviceRequestEvent} trtc-device-request - A device was chosen. Bubbles; prevent it to keep the one in use.
 * @fires {TrtcVoiceProcessingRequestEvent} trtc-voice-processing-request - A switch was pressed. Bubbles; prevent it to leave the voice as it is.
 * @fires {TrtcVideoQualityRequestEvent} trtc-video-quality-request - A quality was chosen. Bubbles; prevent it to leave the picture as it is.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 * @csspart picture - The preview of the camera.
 * @csspart level - The loudness of the microphone.
 * @csspart select - Every list.
 * @csspart button - Every button.
 */
export class TrtcDeviceSettings extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, deviceSettingsStyles];

  /** Somebody asked for the picture although their camera is off in the call. */
  @state() private isAsked = false;
  @state() private sound: 'silent' | 'playing' | 'failed' = 'silent';

  readonly #devices = new SnapshotController(this, ({ devices }) => devices);
  readonly #isInCall = new SnapshotController(this, ({ call }) => call !== null);
  readonly #lists = new DeviceLists(this);
  readonly #previews = new Previews(this, (kind) => kind === 'microphone' || this.#isPreviewed);
  #test: AbortController | undefined;

  protected readonly picture = new WatchController(this, () => 'video', (calling) =>
    calling.tracks.watch(LOCAL_USER, 'video', (track) => {
      const video = this.renderRoot.querySelector('video');
      if (video) showTrack(video, track);
    }));

  protected readonly level = new WatchController(this, () => MICROPHONE, (calling, key) => calling.levels.watch(key, (volume) => this.#showLevel(volume)));

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#test?.abort();
    this.isAsked = false;
    const video = this.renderRoot.querySelector('video');
    if (video) showTrack(video, null);
  }

  get #isPreviewed(): boolean {
    return this.isAsked || !this.#isInCall.value || this.#devices.value.camera.wanted;
  }

  #showLevel(volume: number): void {
    const bar = this.renderRoot.querySelector<HTMLElement>('.level');
    bar?.setAttribute('aria-valuenow', String(volume));
    bar?.querySelector<HTMLElement>('div')?.style.setProperty('transform', `scaleX(${volume / 100})`);
  }

  /** A list shows what is true, not what was just pressed: what is refused or prevented goes back. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    for (const select of this.renderRoot.querySelectorAll('select')) select.value = select.dataset['value'] ?? '';
  }

  async #choose(kind: MediaDeviceKindName, { currentTarget }: Event): Promise<void> {
    if (!(currentTarget instanceof HTMLSelectElement)) return;
    const { value } = currentTarget;
    await perform(this, this.calling, new TrtcDeviceRequestEvent(kind, value), (calling) => calling.switchDevice(kind, value));
    this.requestUpdate();
  }

  readonly #onQuality = async ({ currentTarget }: Event): Promise<void> => {
    const quality = VIDEO_QUALITIES.find((name) => currentTarget instanceof HTMLSelectElement && name === currentTarget.value);
    if (quality) await perform(this, this.calling, new TrtcVideoQualityRequestEvent(quality), (calling) => calling.setVideoQuality(quality));
    this.requestUpdate();
  };

  async #toggle(name: keyof VoiceProcessing, box: EventTarget | null): Promise<void> {
    if (!(box instanceof HTMLInputElement)) return;
    const wish = { [name]: box.checked };
    await perform(this, this.calling, new TrtcVoiceProcessingRequestEvent(wish), (calling) => calling.setVoiceProcessing(wish));
    box.checked = this.#devices.value.microphone.processing[name];
  }

  readonly #onTest = async (): Promise<void> => {
    if (this.sound === 'playing') return;
    this.#test = new AbortController();
    this.sound = 'playing';
    try {
      await playTestSound(this.#devices.value.speaker.deviceId, this.#test.signal);
      this.sound = 'silent';
    } catch {
      this.sound = 'failed';
    }
  };

  protected override render(): TemplateResult {
    return html`<div class="settings" lang=${this.words.language}>${this.#camera()}${this.#microphone()}${this.#speaker()}</div>`;
  }

  #camera(): TemplateResult {
    const { camera } = this.#devices.value;
    const { width, height, facing } = camera.settings;
    const isSeen = camera.deviceId !== '' || width > 0;
    const isFront = facing === '' ? camera.front : facing === 'front';
    return html`
      <section class="camera">
        <div class="picture" part="picture">
          <video class=${isFront ? 'mirrored' : ''} playsinline .muted=${true} ?hidden=${!isSeen} aria-label=${this.say(settingsWords, 'previewPicture')}></video>
          ${isSeen ? nothing : this.#noPicture(camera)}
          ${isSeen && width > 0 ? html`<span class="size">${this.say(settingsWords, 'pictureSize', { width, height })}</span>` : nothing}
        </div>
        ${this.#picker('camera', this.say(controlWords, 'camera'), camera.deviceId)}
        <div class="field">
          <label for="quality">${this.say(settingsWords, 'pictureQuality')}</label>
          <div class="choice"><select id="quality" part="select" data-value=${camera.quality} @change=${this.#onQuality}>
            ${VIDEO_QUALITIES.map((quality) => html`<option value=${quality}>${this.say(settingsWords, QUALITY_WORDS[quality])}</option>`)}
          </select></div>
        </div>
      </section>`;
  }

  #noPicture(camera: CaptureState): TemplateResult {
    if (this.#isPreviewed && camera.error !== 0) return html`<div class="empty">${this.#trouble('camera', camera)}</div>`;
    if (this.#isPreviewed) return html`<div class="empty"></div>`;
    return html`
      <div class="empty">
        <span>${this.say(settingsWords, 'cameraIsOff')}</span>
        <button type="button" part="button" @click=${() => { this.isAsked = true; }}>${this.say(settingsWords, 'showPreview')}</button>
      </div>`;
  }

  #microphone(): TemplateResult {
    const { microphone } = this.#devices.value;
    const { processing, settings } = microphone;
    return html`
      <section>
        ${this.#picker('microphone', this.say(controlWords, 'microphone'), microphone.deviceId)}
        ${microphone.error !== 0 ? this.#trouble('microphone', microphone) : nothing}
        <div class="level" part="level" role="meter" aria-valuemin="0" aria-valuemax="100" aria-valuenow="0" aria-label=${this.say(personWords, 'yourLevel')}><div></div></div>
        <div class="switches">
          ${SWITCHES.map(([name, word]) => html`
            <label class="switch">
              <span>${this.say(settingsWords, word)}${settings.processing[name] === false && processing[name]
                ? html`<small>${this.say(settingsWords, 'notApplied')}</small>` : nothing}</span>
              <input type="checkbox" role="switch" .checked=${processing[name]} @change=${(event: Event) => this.#toggle(name, event.currentTarget)}>
            </label>`)}
        </div>
      </section>`;
  }

  #speaker(): TemplateResult {
    const { speaker } = this.#devices.value;
    const isPlaying = this.sound === 'playing';
    return html`
      <section>
        ${this.#picker('speaker', this.say(controlWords, 'speaker'), speaker.deviceId, html`
          <button type="button" part="button" aria-disabled=${isPlaying ? 'true' : nothing} @click=${this.#onTest}>
            ${this.say(settingsWords, isPlaying ? 'testPlaying' : 'testSpeaker')}
          </button>`)}
        ${routeHere() === 'none' ? html`<p class="hint" id="fixed">${this.say(settingsWords, 'outputFixed')}</p>` : nothing}
        <p class="hint" role="status">${this.sound === 'failed' ? this.say(settingsWords, 'testFailed') : nothing}</p>
      </section>`;
  }

  #picker(kind: MediaDeviceKindName, name: string, running: string, beside: TemplateResult | typeof nothing = nothing): TemplateResult {
    const list = this.#lists.of(kind);
    const isFixed = kind === 'speaker' && routeHere() === 'none';
    // The browser's own output has no id where it is not in the list as one.
    const hasDefault = kind === 'speaker' && !list.some(({ deviceId }) => deviceId === 'default');
    const value = kind === 'speaker' && running === '' && !hasDefault ? 'default' : running;
    const none = this.say(settingsWords, hasDefault ? 'systemDefault' : 'devicesUnknown');
    return html`
      <div class="field">
        <label for=${kind}>${name}</label>
        <div class="row"><div class="choice"><select id=${kind} part="select" data-value=${value} ?disabled=${list.length === 0 || isFixed}
          aria-describedby=${isFixed ? 'fixed' : nothing} @change=${(event: Event) => this.#choose(kind, event)}>
          ${hasDefault || list.length === 0 || value === '' ? html`<option value="" ?disabled=${!hasDefault}>${none}</option>` : nothing}
          ${list.map(({ deviceId, label }, index) => html`<option value=${deviceId}>${label || this.say(settingsWords, 'deviceNumber', { kind: name, number: index + 1 })}</option>`)}
        </select></div>${beside}</div>
      </div>`;
  }

  #trouble(kind: 'camera' | 'microphone', { error, permission }: CaptureState): TemplateResult {
    return html`
      <div class="trouble" role="status">
        <span>${this.say(troubleWords, deviceWord(kind, error, permission))}</span>
        <button type="button" part="button" @click=${() => this.#previews.retry(kind)}>${this.say(troubleWords, 'tryAgain')}</button>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-device-settings': TrtcDeviceSettings }
}
