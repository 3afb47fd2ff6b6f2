import type { Action } from '../action.js';
import { forgetConfirmed, go, pauseFor, typedTime } from './chat.js';
import { newsroom } from './newsroom.js';
import { rate } from './rating.js';
import { more, read, showLatest, turnLatest, turnPage } from './reading.js';
import { follow, searchSuggestion, turnSearch } from './searching.js';
import { setting } from './settings.js';
import { add, addJoined, remove, toggle, turnSubjects } from './subscribing.js';

/** Every action behind a button, by its verb. */
export const actions: ReadonlyMap<string, Action> = new Map(
  [
    read,
    turnPage,
    turnLatest,
    showLatest,
    more,
    rate,
    turnSearch,
    searchSuggestion,
    follow,
    add,
    addJoined,
    remove,
    toggle,
    turnSubjects,
    setting,
    go,
    pauseFor,
    forgetConfirmed,
    typedTime,
    newsroom,
  ].map((action) => [action.verb, action]),
);
