// The room of a review. Nothing that is typed is lost: it stays in this browser until the center has it, in one of three
// places and never in two: a draft (typed, not sent), the queue (sent, no answer yet) or the refused (answered with no).
// Without this file every form works as forms do.
(() => {
  'use strict';
  const room = document.getElementById('room');
  if (!room) return;
  const line = document.getElementById('kept');
  // By person: what one had not sent yet is never sent in the name of who signs in next at the same machine.
  const PREFIX = `cscc-room-${room.dataset.reader}-${room.dataset.meeting}-`;
  const AGAIN_MS = 4000;
  const SLOWEST_MS = 60000;
  const PATIENCE_MS = 8000;

  // Each thing has a name of its own in the storage, so that two windows never write over each other's.
  const memory = new Map(); // what the storage does not take (full, forbidden): this page alone, then
  const store = {
    get: name => {
      try { return memory.get(name) ?? JSON.parse(localStorage.getItem(PREFIX + name)); } catch { return null; }
    },
    set: (name, value) => {
      try { localStorage.setItem(PREFIX + name, JSON.stringify(value)); memory.delete(name); } catch { memory.set(name, value); }
    },
    drop: name => {
      memory.delete(name);
      try { localStorage.removeItem(PREFIX + name); } catch { /* nothing is kept there */ }
    },
    all: kind => {
      let names = [...memory.keys()];
      try { names = names.concat(Object.keys(localStorage).filter(n => n.startsWith(PREFIX)).map(n => n.slice(PREFIX.length))); } catch { /* memory alone */ }
      return [...new Set(names)].filter(n => n.startsWith(kind)).map(n => store.get(n)).filter(Boolean).sort((a, b) => a.at - b.at);
    },
  };
  const waiting = () => store.all('waiting-');
  const say = (...sentences) => {
    line.textContent = sentences.filter(Boolean).join(' ');
    line.hidden = !line.textContent;
  };
  const counted = (sentence, number) => sentence.replace('#', number);
  // A browser has randomUUID on a secure way only, and two things with one key would be written once.
  const newKey = () => crypto.randomUUID?.() ?? '10000000-1000-4000-8000-100000000000'.replace(/[018]/g,
    c => (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));

  // --- forms ---
  const field = (form, name) => form.elements.namedItem(name);
  const keptForms = () => [...document.querySelectorAll('form[data-keep]')];
  const formOf = name => name && keptForms().find(form => form.dataset.keep === name);
  const typed = form => [...form.elements].filter(e => e.name && !['hidden', 'submit', 'button'].includes(e.type) && e.localName !== 'button');
  const changed = e => {
    if (e.localName === 'select') return e.selectedIndex !== Math.max(0, [...e.options].findIndex(o => o.defaultSelected));
    return e.type === 'checkbox' || e.type === 'radio' ? e.checked !== e.defaultChecked : e.value !== e.defaultValue;
  };
  const touched = new Set(); // forms that somebody typed in and has not sent
  const standing = form => touched.has(form) && form.isConnected && typed(form).some(changed);
  // The page is not taken away from somebody who is typing, nor where what is typed would not come back.
  const busy = () => [...touched].some(form => standing(form) && (!form.dataset.keep || form.contains(document.activeElement)));
  // An answer stands on this page that a person has to read.
  const reading = () => document.querySelector('#room .refusal') !== null;
  // The page anew. One that answers a form has another address, and loading it again would send the form again.
  const anew = () => (location.pathname === room.dataset.address ? location.reload() : location.assign(room.dataset.address));

  // --- drafts: with the version that the person saw, so that older words never silently replace newer ones ---
  const draftOf = form => ({ values: Object.fromEntries(typed(form).map(e => [e.name, e.value])), seen: field(form, 'seen')?.value });
  // A refused form comes filled from the center: there, what looks untouched is not saved yet either.
  const unsaved = form => typed(form).some(changed) || form.querySelector('.refusal') !== null;
  const fill = (form, draft) => {
    let other = false;
    for (const e of typed(form)) {
      if (e.name in draft.values && draft.values[e.name] !== e.value) {
        e.value = draft.values[e.name];
        other = true;
      }
    }
    if (!unsaved(form)) {
      store.drop('typed-' + form.dataset.keep);
      return false;
    }
    if (draft.seen && field(form, 'seen')) field(form, 'seen').value = draft.seen;
    touched.add(form);
    store.set('typed-' + form.dataset.keep, draftOf(form));
    const fold = form.closest('details');
    if (other && fold) fold.open = true;
    return other;
  };
  document.addEventListener('input', event => {
    const form = event.target.form;
    if (!form) return;
    touched.add(form);
    if (!form.dataset.keep) return;
    if (unsaved(form)) store.set('typed-' + form.dataset.keep, draftOf(form));
    else store.drop('typed-' + form.dataset.keep);
  });

  // --- the refused: back in their form where that is free, else in a list until somebody puts them away ---
  const list = document.getElementById('refused');
  const refused = () => store.all('refused-').filter(one => one.key !== room.dataset.conflict);
  const button = (words, press) => {
    const made = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-link', textContent: words });
    made.addEventListener('click', press);
    return made;
  };
  const showRefused = () => {
    const all = refused();
    list.hidden = all.length === 0;
    list.querySelector('summary').textContent = counted(list.dataset.some, all.length);
    list.querySelector('ul').replaceChildren(...all.map(one => {
      const item = document.createElement('li');
      item.append(one.words, ' ', button(list.dataset.why, () => leave(one)),
        button(list.dataset.away, () => { store.drop('refused-' + one.key); showRefused(); }));
      return item;
    }));
  };
  const look = () => {
    // What a page without this script has sent on (the words of a refusal, a conflict) is written: the center says so.
    store.drop('refused-' + room.dataset.written);
    for (const one of refused()) {
      const form = formOf(one.name);
      if (form && !store.get('typed-' + one.name)) {
        const sent = Object.fromEntries(one.fields);
        store.set('typed-' + one.name, { values: sent, seen: sent.seen });
        store.drop('refused-' + one.key);
      }
    }
    let back = false;
    for (const form of keptForms()) {
      form.autocomplete = 'off'; // some browsers put old versions back into hidden fields when a page is loaded again
      const draft = form.dataset.keep && store.get('typed-' + form.dataset.keep);
      if (draft?.values && fill(form, draft)) back = true;
    }
    showRefused();
    say(store.get('told') && counted(room.dataset.back, store.get('told')), back && room.dataset.restored);
    store.drop('told');
  };

  // --- the queue ---
  const sentAs = (one, name) => one.fields.find(([n]) => n === name)?.[1];
  const send = async one => {
    const fields = new URLSearchParams(one.fields);
    const token = document.querySelector('input[name=_csrf]');
    if (token) fields.set('_csrf', token.value);
    let answer;
    try {
      answer = await fetch(one.action, {
        method: 'POST', body: fields, redirect: 'manual', headers: { 'X-Kept': '1' }, signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch {
      return 'gone';
    }
    if (answer.status === 204) return 'done';
    if (answer.type === 'opaqueredirect' || answer.status === 401) return 'signed-out';
    // Only a page of the center that says no is an answer. A proxy without a center, or "too often", is none.
    const page = (answer.headers.get('Content-Type') ?? '').startsWith('text/html');
    if (page && answer.status >= 400 && answer.status < 500 && ![408, 425, 429].includes(answer.status)) return 'refused';
    return answer.status >= 500 ? 'later' : 'gone';
  };
  // An answer that a person has to read (a conflict, words that point at a person) is opened as a page: the form is sent
  // once more, as the browser itself does it. It was not taken, so sending it twice writes nothing twice.
  const leave = one => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: one.action });
    const token = document.querySelector('input[name=_csrf]');
    for (const [name, value] of [...one.fields, ['form-page', room.dataset.address], ...(token ? [['_csrf', token.value]] : [])]) {
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    }
    document.body.append(form);
    form.submit();
  };
  const sameThing = (one, action, subject) => one.action === action && subject && sentAs(one, 'subject') === subject;
  // Our own words are the newest version now: what the same person wrote after them is no conflict with them.
  const advance = one => {
    const [subject, seen] = [sentAs(one, 'subject'), sentAs(one, 'seen')];
    if (!subject) return;
    const next = String(Number(seen) + 1);
    for (const form of keptForms()) {
      if (form.getAttribute('action') === one.action && field(form, 'subject')?.value === subject && field(form, 'seen')?.value === seen) {
        field(form, 'seen').value = next;
        const draft = store.get('typed-' + form.dataset.keep);
        if (draft?.seen === seen) store.set('typed-' + form.dataset.keep, { ...draft, seen: next });
      }
    }
    for (const other of waiting()) {
      if (sameThing(other, one.action, subject) && sentAs(other, 'seen') === seen) {
        store.set('waiting-' + other.key, { ...other, fields: other.fields.map(([n, v]) => [n, n === 'seen' ? next : v]) });
      }
    }
  };
  let asked = false; // whether the person sent something from this page
  let late = waiting().length > 0; // whether something had to wait
  let pause = AGAIN_MS;
  let timer;
  const arrived = number => {
    if (busy() || (reading() && !asked)) {
      say(counted(room.dataset.sent, number));
    } else {
      if (late) store.set('told', number);
      anew();
    }
  };
  const rounds = async before => {
    let sent = 0;
    let listed = false;
    const stuck = [];
    const next = () => waiting().find(one => !stuck.some(s => s.key === one.key || sameThing(s, one.action, sentAs(one, 'subject'))));
    for (let one = next(); one; one = next()) {
      const outcome = await send(one);
      if (outcome === 'gone' || outcome === 'later') {
        stuck.push(one);
        if (outcome === 'gone') break;
        continue; // one that the center stumbles over does not hold up the others
      }
      if (outcome === 'signed-out') {
        // The way back from the sign-in leads here, and then it is sent. Never by itself, or it would go in circles.
        say(counted(room.dataset.signedOut, waiting().length));
        if (asked && !busy()) anew();
        return;
      }
      pause = AGAIN_MS;
      if (outcome === 'refused') {
        const opens = !busy() && !reading();
        // Before it leaves the queue, so that it is always somewhere. A mere button has no words to lose.
        if (one.text || !opens) store.set('refused-' + one.key, one);
        store.drop('waiting-' + one.key);
        if (opens) {
          leave(one);
          return;
        }
        listed = true;
        showRefused();
      } else {
        store.drop('waiting-' + one.key);
        store.drop('refused-' + one.key);
        advance(one);
        sent++;
      }
    }
    if (stuck.length) {
      late = true;
      say(counted(room.dataset.kept, waiting().length));
      timer = setTimeout(flush, pause);
      pause = Math.min(pause * 2, SLOWEST_MS);
    } else if (sent || (before && !listed)) {
      arrived(sent || before); // what is gone and was not sent here, another window has sent
    }
  };
  // One at a time, over all windows where the browser can: each takes what it finds, and takes it out by its key.
  let running = false;
  const flush = () => {
    clearTimeout(timer);
    if (running) return; // it looks for more before it ends
    running = true;
    const before = waiting().length;
    const turn = async () => {
      try { await rounds(before); } finally { running = false; }
    };
    if (navigator.locks) navigator.locks.request(PREFIX + 'sending', turn);
    else turn();
  };
  const fieldsOf = (form, submitter) => [...new FormData(form, submitter)].map(([name, value]) => [name, String(value)]).filter(([name]) => name !== '_csrf');
  const words = form => typed(form).filter(e => e.value)
    .map(e => (e.labels?.[0] ? e.labels[0].textContent.trim() + ': ' : '') + (e.localName === 'select' ? e.selectedOptions[0].text : e.value)).join('; ');
  const queue = (form, submitter) => {
    const name = form.dataset.keep;
    const key = field(form, 'key');
    store.set('waiting-' + key.value, {
      key: key.value, at: Date.now(), action: form.getAttribute('action'), fields: fieldsOf(form, submitter), name,
      text: typed(form).some(e => e.localName !== 'select' && e.value),
      words: words(form) || submitter?.getAttribute('aria-label') || submitter?.textContent,
    });
    store.drop('refused-' + key.value);
    // The draft goes only if it is what was sent: another window may have typed on.
    if (JSON.stringify(store.get('typed-' + name)?.values) === JSON.stringify(draftOf(form).values)) store.drop('typed-' + name);
    touched.delete(form);
    key.value = newKey(); // the next one from this form is another wish
    const here = form.closest('section, article, [id]');
    if (here && here.id) history.replaceState(null, '', '#' + here.id);
    if (field(form, 'subject')) return;
    // A form that adds is free for the next one, also one that the center had filled with what it refused.
    form.reset();
    for (const e of typed(form)) if (e.localName !== 'select') e.value = '';
  };
  // A form that is not for this browser's storage: it stays as it is until the center has it.
  const sendUnkept = async (form, submitter) => {
    const one = { action: form.getAttribute('action'), fields: fieldsOf(form, submitter) };
    const outcome = await send(one);
    if (outcome === 'refused') {
      leave(one);
    } else if (outcome === 'done') {
      if (JSON.stringify(fieldsOf(form, submitter)) === JSON.stringify(one.fields)) {
        touched.delete(form);
        form.reset();
      }
      arrived(1);
    } else {
      say(room.dataset.unsent);
    }
  };
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.matches('form[data-keep], form[data-unkept]')) {
      event.preventDefault();
      asked = true;
      if (form.matches('form[data-unkept]')) {
        sendUnkept(form, event.submitter);
      } else {
        queue(form, event.submitter);
        flush();
      }
    }
  });
  // Who leaves the other's words where they are has decided about the own ones.
  document.addEventListener('click', event => {
    if (event.target.closest('a[data-leave]')) {
      store.drop('refused-' + room.dataset.conflict);
      store.drop('typed-conflict-' + room.dataset.conflict);
    }
  });
  const begin = () => {
    look();
    if (waiting().length) flush();
  };
  addEventListener('online', flush);
  addEventListener('pageshow', event => { if (event.persisted) begin(); }); // the browser's way back to this page
  begin();
})();
