// The clock of the agenda in the room of a review, quiet: a word and a mark, no sound. And the keys of the room.
(() => {
  'use strict';
  const room = document.getElementById('room');
  if (!room) return;
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
