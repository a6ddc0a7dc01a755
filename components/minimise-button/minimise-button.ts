import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { stageAround, type CallStage } from '../base/stage.js';
import { TrtcMinimiseRequestEvent } from '../events/call-requests.js';
import { minimiseCallIcon } from '../icons/view.js';
import { callWords } from '../locales/en/call.js';

/**
 * @summary Makes the panel around it a small card over the page. Shows nothing where no panel is around it.
 * @tagname trtc-minimise-button
 * @slot icon - A picture of your own.
 * @csspart button - The button.
 * @csspart disc - The round ground of the picture.
 * @csspart label - The word under it.
 * @csspart tooltip - What a press does, on hover and focus.
 * @cssproperty [--trtc-control-size=52px] - The width of the disc, at least 44px.
 * @cssproperty [--trtc-control-background] - The ground of the disc.
 * @cssproperty [--trtc-control-color] - The picture.
 * @cssstate absent - No panel is around it.
 * @fires {TrtcMinimiseRequestEvent} trtc-minimise-request - Pressed (`minimised` is true). Bubbles; prevent it to make room in another way.
 */
export class TrtcMinimiseButton extends ControlButton {
  get #stage(): (CallStage & { minimised: boolean }) | undefined {
    const stage = stageAround(this);
    return stage && canMinimise(stage) ? stage : undefined;
  }

  protected override get face(): ButtonFace {
    return { icon: minimiseCallIcon, name: this.say(callWords, 'minimiseCall'), label: this.say(callWords, 'minimiseShort'), absent: !this.#stage };
  }

  protected override async press(): Promise<void> {
    const stage = this.#stage;
    if (stage && this.dispatchEvent(new TrtcMinimiseRequestEvent(true))) stage.minimised = true;
  }
}

const canMinimise = (stage: CallStage): stage is CallStage & { minimised: boolean } => 'minimised' in stage;

declare global {
  interface HTMLElementTagNameMap { 'trtc-minimise-button': TrtcMinimiseButton }
}
