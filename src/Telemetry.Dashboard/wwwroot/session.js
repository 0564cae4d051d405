// A session that is about to end for want of use says so, and one press keeps it (RGAA 13.1). Without a script it simply ends; nothing typed is lost on sign-in's return.
const notice = document.getElementById("session");
const before = 120;
let timer;
const wait = () => {
  clearTimeout(timer);
  notice.hidden = true;
  timer = setTimeout(() => { notice.hidden = false; }, Math.max(10, Number(notice.dataset.idle) - before) * 1000);
};
notice.querySelector("button").addEventListener("click", async () => {
  try {
    const answer = await fetch(notice.dataset.keep, { redirect: "manual", cache: "no-store" });
    if (answer.ok) { wait(); } else { location.reload(); }
  } catch {
    // The network is away: the notice stays, and so does the button.
  }
});
wait();
