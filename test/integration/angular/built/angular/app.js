import { Component, signal } from '@angular/core';
import { TRTC_CALLING_ELEMENTS } from 'trtc-calling-elements/angular';
import { people } from '../people.js';
import * as i0 from "@angular/core";
import * as i1 from "trtc-calling-elements/angular";
function App_Conditional_2_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelement(0, "trtc-call-panel", 2);
} }
/** A phone that can be put away and taken out again while the provider stays. */
export class App {
    constructor() {
        this.user = people().user;
        this.friend = people().friend;
        this.isShown = signal(true, ...(ngDevMode ? [{ debugName: "isShown" }] : /* istanbul ignore next */ []));
        this.said = signal('', ...(ngDevMode ? [{ debugName: "said" }] : /* istanbul ignore next */ []));
    }
    say(text) {
        this.said.update((before) => `${before}${text} `);
    }
    static { this.ɵfac = function App_Factory(__ngFactoryType__) { return new (__ngFactoryType__ || App)(); }; }
    static { this.ɵcmp = /*@__PURE__*/ i0.ɵɵdefineComponent({ type: App, selectors: [["calling-app"]], decls: 7, vars: 4, consts: [["transport", "relay", 3, "trtc-user-enter", "trtc-call-end", "userId"], ["type", "video", 3, "userIds"], ["layout", "float"], ["id", "switch", "type", "button", 3, "click"]], template: function App_Template(rf, ctx) { if (rf & 1) {
            i0.ɵɵelementStart(0, "trtc-calling-provider", 0);
            i0.ɵɵlistener("trtc-user-enter", function App_Template_trtc_calling_provider_trtc_user_enter_0_listener($event) { return ctx.say("entered:" + $event.detail.userId); })("trtc-call-end", function App_Template_trtc_calling_provider_trtc_call_end_0_listener($event) { return ctx.say("ended:" + $event.detail.reason); });
            i0.ɵɵelement(1, "trtc-call-button", 1);
            i0.ɵɵconditionalCreate(2, App_Conditional_2_Template, 1, 0, "trtc-call-panel", 2);
            i0.ɵɵelementStart(3, "button", 3);
            i0.ɵɵlistener("click", function App_Template_button_click_3_listener() { return ctx.isShown.set(!ctx.isShown()); });
            i0.ɵɵtext(4, "Show or hide the panel");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(5, "output");
            i0.ɵɵtext(6);
            i0.ɵɵelementEnd()();
        } if (rf & 2) {
            i0.ɵɵproperty("userId", ctx.user);
            i0.ɵɵadvance();
            i0.ɵɵproperty("userIds", ctx.friend);
            i0.ɵɵadvance();
            i0.ɵɵconditional(ctx.isShown() ? 2 : -1);
            i0.ɵɵadvance(4);
            i0.ɵɵtextInterpolate(ctx.said());
        } }, dependencies: [i1.TrtcCallButtonDirective, i1.TrtcCallPanelDirective, i1.TrtcCallingProviderDirective], encapsulation: 2 }); }
}
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassMetadata(App, [{
        type: Component,
        args: [{
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
            }]
    }], null, null); })();
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassDebugInfo(App, { className: "App", filePath: "angular/app.ts", lineNumber: 22 }); })();
