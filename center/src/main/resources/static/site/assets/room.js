// The room of a review. What is typed stays in this browser until the center has it: a lost connection loses nothing.
// Without this file every form works as forms do. The clock of the agenda is quiet: a word and a mark, no sound.
(() => {
  'use strict';
  const room = document.getElementById('room');
  if (!room) return;
  const said = document.getElementById('kept');
  // By person: what one had not sent yet is never sent in the name of who signs in next at the same machine.
  const PREFIX = `cscc-room-${room.dataset.reader}-${room.dataset.meeting}-`;
  const AGAIN_MS = 4000;
  const PATIENCE_MS = 8000;

  const storage = {
    get: name => { try { return JSON.parse(localStorage.getItem(PREFIX + name)); } catch { return null; } },
    set: (name, value) => { try { localStorage.setItem(PREFIX + name, JSON.stringify(value)); } catch { /* this page alone, then */ } },
    drop: name => { try { localStorage.removeItem(PREFIX + name); } catch { /* nothing is kept there */ } },
  };
  const say = (sentence, number) => {
    said.hidden = !sentence;
    said.textContent = sentence ? sentence.replace('#', number ?? '') : '';
  };

  // --- what is typed and not sent yet ---
  const typed = form => [...form.elements].filter(e => e.name && !['hidden', 'submit', 'button'].includes(e.type) && e.localName !== 'button');
  for (const form of document.querySelectorAll('form[data-keep]:not([data-keep=""])')) {
    const name = 'typed-' + form.dataset.keep;
    const before = storage.get(name);
    if (before) {
      let other = false;
      for (const field of typed(form)) {
        if (field.name in before && before[field.name] !== field.value) {
          field.value = before[field.name];
          other = true;
        }
      }
      if (other) {
        const fold = form.closest('details');
        if (fold) fold.open = true;
        say(room.dataset.restored);
      }
    }
    form.addEventListener('input', () => storage.set(name, Object.fromEntries(typed(form).map(e => [e.name, e.value]))));
  }

  // --- what is sent and has not arrived yet ---
  let waiting = storage.get('waiting') || [];
  let timer;
  const keep = () => (waiting.length ? storage.set('waiting', waiting) : storage.drop('waiting'));
  const send = async one => {
    const fields = new URLSearchParams(one.fields);
    const token = document.querySelector('input[name=_csrf]');
    if (token) fields.set('_csrf', token.value);
    const answer = await fetch(one.action, {
      method: 'POST', body: fields, redirect: 'manual', headers: { 'X-Kept': '1' }, signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.status === 204 ? 'done' : 'read';
  };
  // An answer that a person has to read (a conflict, words that point at a person, a sign-in) is opened as a page: the
  // form is sent once more, as the browser itself does it.
  const open = one => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = one.action;
    const token = document.querySelector('input[name=_csrf]');
    for (const [name, value] of [...one.fields, ...(token ? [['_csrf', token.value]] : [])]) {
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    }
    document.body.append(form);
    form.submit();
  };
  const flush = async () => {
    clearTimeout(timer);
    let sent = 0;
    while (waiting.length) {
      const one = waiting[0];
      let outcome;
      try {
        outcome = await send(one);
      } catch {
        say(room.dataset.kept, waiting.length);
        timer = setTimeout(flush, AGAIN_MS);
        return;
      }
      waiting.shift();
      keep();
      if (one.name) storage.drop('typed-' + one.name);
      if (outcome === 'read') {
        open(one);
        return;
      }
      sent++;
    }
    if (sent) {
      say(room.dataset.sent, sent);
      if (waiting.length === 0) location.reload();
    }
  };
  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.matches('form[data-keep]')) return;
    event.preventDefault();
    const fields = [...new FormData(form, event.submitter)].map(([name, value]) => [name, String(value)]).filter(([name]) => name !== '_csrf');
    waiting.push({ action: form.getAttribute('action'), fields, name: form.dataset.keep });
    keep();
    // The next one from this form is another wish.
    const key = form.elements.namedItem('key');
    if (key && crypto.randomUUID) key.value = crypto.randomUUID();
    const here = form.closest('section, article, [id]');
    if (here && here.id) history.replaceState(null, '', '#' + here.id);
    if (form.dataset.keep === 'capture') form.elements.namedItem('title').value = '';
    flush();
  });
  addEventListener('online', flush);
  if (waiting.length) flush();

  // --- the quiet clock ---
  const parts = [...document.querySelectorAll('#parts [data-from]')];
  const clock = document.getElementById('clock');
  const ahead = Number(room.dataset.now) - Date.now() / 1000;
  const tick = () => {
    const now = Date.now() / 1000 + ahead;
    for (const part of parts) {
      const here = now >= Number(part.dataset.from) && now < Number(part.dataset.until);
      if (here) {
        part.setAttribute('aria-current', 'step');
        clock.hidden = false;
        clock.textContent = room.dataset.left
          .replace('{part}', part.querySelector('a').textContent)
          .replace('{minutes}', Math.ceil((Number(part.dataset.until) - now) / 60));
      } else part.removeAttribute('aria-current');
    }
    if (parts.every(part => !part.hasAttribute('aria-current'))) clock.hidden = true;
  };
  if (room.dataset.live === 'true' && parts.length) {
    tick();
    setInterval(tick, 5000);
  }

  // --- keys: 1 to 7 lead to the parts, n to a new item ---
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select')) return;
    const part = parts[Number(event.key) - 1];
    if (part) {
      const heading = document.querySelector(part.querySelector('a').getAttribute('href'));
      heading.tabIndex = -1;
      heading.focus();
    } else if (event.key === 'n') {
      const title = document.getElementById('capture-title');
      if (title) { event.preventDefault(); title.focus(); }
    }
  });
})();
