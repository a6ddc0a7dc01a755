import { Component } from '@angular/core';
import { TRTC_CALLING_ELEMENTS } from 'trtc-calling-elements/angular';

@Component({
  selector: 'wrong-app',
  imports: [TRTC_CALLING_ELEMENTS],
  template: `
    <trtc-call-panel layout="circle" />
    <trtc-call-panel [noSuchProperty]="true" />
    <trtc-calling-provider (trtc-call-end)="$event.detail.noSuchDetail" />`,
})
export class Wrong {}
