// Starts the islands of a page, one after another: an island whose chunk does not arrive leaves its form or link as it
// is, and does not keep the others from starting. Leptos' own script does the same for nested islands; ours have none.
import init, * as islands from './islands.js';

await init({ module_or_path: new URL('islands_bg.wasm', import.meta.url) });
islands.hydrate();
for (const island of document.querySelectorAll('leptos-island')) {
  try {
    await islands[island.dataset.component]?.(island);
  } catch (error) {
    console.warn('An island stays plain:', error);
  }
}
