// Tells five minutes before the session ends, and keeps it when asked. Pages in other tabs that keep it count as well.
(() => {
  const notice = document.getElementById("stay");
  if (!notice) return;
  const WARN = 300, KEY = "cscc-stay";
  const now = () => Math.floor(Date.now() / 1000);
  let timer;

  const until = () => {
    try { return Math.max(ends, Number(localStorage.getItem(KEY)) || 0); } catch { return ends; }
  };
  const count = (seconds) => {
    ends = now() + seconds;
    try { localStorage.setItem(KEY, String(ends)); } catch { /* this tab alone, then */ }
    look();
  };
  const look = () => {
    clearTimeout(timer);
    const left = until() - now();
    notice.hidden = left > WARN || left <= 0;
    if (left > 0) timer = setTimeout(look, Math.max(1, left > WARN ? left - WARN : left) * 1000);
  };

  let ends = 0;
  count(Number(notice.dataset.seconds));
  addEventListener("storage", (event) => { if (event.key === KEY) look(); });
  notice.querySelector("button").addEventListener("click", async () => {
    const answer = await fetch(notice.dataset.ask, { headers: { Accept: "text/plain" }, redirect: "manual" });
    if (answer.ok) count(Number(await answer.text())); else location.reload();
  });
})();
