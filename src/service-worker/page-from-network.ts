/** What a navigation gets when the browser threw the stored files away: our own page, or words, never somebody's error page. */

/** @param mark what only our own page holds. */
export async function pageFromNetwork(ask: () => Promise<Response>, mark: string): Promise<Response> {
  try {
    const answer = await ask();
    const text = await answer.text();
    return answer.ok && text.includes(mark) ? new Response(text, { headers: answer.headers }) : pageMissing();
  } catch {
    // No network is one more way of not getting the start page.
    return pageMissing();
  }
}

/** Tries again by itself; without script, so it needs no exception from the content security policy. */
function pageMissing(): Response {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Evertill</title>
<h1>Evertill must be fetched again</h1>
<p>The browser on this device removed the app's files. Sales that were saved here are kept apart from them.</p>
<p>This page tries again every five seconds. Connect to the internet, or wait until head office answers.</p></html>`;
  return new Response(page, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
