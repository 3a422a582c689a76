// Starts the islands of a page. The bundler appends this to what wasm-bindgen makes, so that one script is one request.
// Whatever is missing, a chunk or WASM itself, leaves every form and link as the server wrote it.
import * as islands from './islands.js';

(async () => {
  const script = document.querySelector('script[data-chunks]');
  if (!script || typeof WebAssembly !== 'object') return;
  const file = (name) => new URL(`${name}.wasm`, import.meta.url);
  // All at once, not one after the other: on a slow line each round costs 400 ms. A chunk that does not come would
  // otherwise be noticed inside an island, where nobody can mend it.
  const chunk = async (name) => {
    const response = await fetch(file(name));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    await response.arrayBuffer();
  };
  try {
    const chunks = script.dataset.chunks.split(' ').map(chunk);
    await Promise.all([islands.default({ module_or_path: file('islands_bg') }), ...chunks]);
    islands.hydrate();
    for (const island of document.querySelectorAll('leptos-island')) {
      await islands[island.dataset.component]?.(island);
    }
  } catch (error) {
    console.info('This page stays plain:', error);
  }
})();
