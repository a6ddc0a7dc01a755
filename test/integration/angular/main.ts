// The published libraries of Angular are finished by this compiler when they load.
import '@angular/compiler';
import 'trtc-calling-elements/define';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app.js';

await bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
