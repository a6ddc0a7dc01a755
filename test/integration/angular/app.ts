import { Component, signal } from '@angular/core';
import { TRTC_CALLING_ELEMENTS } from 'trtc-calling-elements/angular';
import { people } from '../people.js';

/** A phone that can be put away and taken out again while the provider stays. */
@Component({
  selector: 'calling-app',
  imports: [TRTC_CALLING_ELEMENTS],
  template: `
    <trtc-calling-provider
      [userId]="user"
      transport="relay"
      (trtc-user-enter)="say('entered:' + $event.detail.userId)"
      (trtc-call-end)="say('ended:' + $event.detail.reason)"
    >
      <trtc-call-button [userIds]="friend" type="video" />
      @if (isShown()) { <trtc-call-panel layout="float" /> }
      <button id="switch" type="button" (click)="isShown.set(!isShown())">Show or hide the panel</button>
      <output>{{ said() }}</output>
    </trtc-calling-provider>`,
})
export class App {
  readonly user = people().user;
  readonly friend = people().friend;
  readonly isShown = signal(true);
  readonly said = signal('');

  say(text: string): void {
    this.said.update((before) => `${before}${text} `);
  }
}
