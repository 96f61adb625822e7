// Follows runs: shows what is under way above the report, and puts sections in place that are new.
(() => {
  'use strict';

  const content = document.getElementById('content'), glossary = document.getElementById('glossary');
  const versions = new Map(); // of the sections shown, by recipe
  const articles = new Map(); // of the runs shown, by process and recipe
  let known = null; // the state that was heard last
  let work = Promise.resolve();

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const count = (number, noun) => `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
  const time = seconds => seconds < 90 ? count(Math.max(1, Math.round(seconds)), 'second')
    : seconds < 5400 ? count(Math.round(seconds / 60), 'minute') : `${(seconds / 3600).toFixed(1)} hours`;

  document.head.append(make('style', { textContent: liveStyle }));
  const status = make('p', { className: 'idle' });
  status.setAttribute('role', 'status');
  const runs = make('div'), ended = make('div');
  const live = make('section', { id: 'live' }, status, runs, ended);
  live.setAttribute('aria-label', 'Runs under way');
  content.prepend(live);

  // ---- What the reader looks at stays where it is

  function inPlace(change) {
    const anchor = scrollY > 0 && [...content.querySelectorAll('[id]')].find(element => {
      const { top, bottom, height } = element.getBoundingClientRect();
      return height > 0 && bottom > 0 && (top >= 0 || !element.querySelector('[id]'));
    });
    const [id, top] = anchor ? [anchor.id, anchor.getBoundingClientRect().top] : [];
    change();
    const same = id && document.getElementById(id);
    const moved = same ? same.getBoundingClientRect().top - top : 0;
    if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' }); // by nothing would end a scroll under way
  }

  const focusable = root => [...root.querySelectorAll('a, button, input, select, summary')];

  // What the reader opened, typed, zoomed or focused in a section goes over to its successor.
  function handOver(old, section) {
    old.querySelectorAll('details').forEach((details, index) => {
      const twin = section.querySelectorAll('details')[index];
      if (twin) twin.open = details.open;
    });
    old.querySelectorAll('.filter input, .filter select').forEach((input, index) => {
      const twin = section.querySelectorAll('.filter input, .filter select')[index];
      if (twin) twin.value = input.value;
    });
    const drawn = [];
    for (const figure of section.querySelectorAll('figure')) {
      const plot = document.getElementById(figure.id)?.querySelector('.plot');
      if (!plot?.drawn) continue;
      delete plot.spec;
      figure.querySelector('.plot')?.replaceWith(plot);
      drawn.push(figure);
    }
    const owner = document.activeElement?.closest('section.recipe [id]');
    const focused = owner && old.contains(owner) ? document.activeElement : null;
    const place = focused ? focusable(owner).indexOf(focused) : -1;
    return () => {
      drawn.forEach(experimentsReport.draw);
      if (!focused) return;
      const twins = focusable(document.getElementById(owner.id) ?? section);
      const twin = twins.find(twin => twin.textContent && twin.textContent === focused.textContent) ?? twins[place];
      twin?.focus({ preventScroll: true });
    };
  }

  async function fetched(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return new DOMParser().parseFromString(await response.text(), 'text/html');
  }

  async function update(recipes) {
    const isFirst = versions.size === 0;
    let isNew = false;
    for (const name of [...versions.keys()].filter(name => !recipes.some(recipe => recipe.name === name))) {
      inPlace(() => document.getElementById(name)?.remove());
      versions.delete(name);
      isNew = true;
    }
    for (const [index, { name, version }] of recipes.entries()) {
      if (versions.get(name) === version) continue;
      const section = document.adoptNode((await fetched(`recipes/${name}`)).querySelector('section'));
      const old = document.getElementById(section.id);
      inPlace(() => {
        const after = old && handOver(old, section);
        const next = recipes.slice(index + 1).map(recipe => document.getElementById(recipe.name)).find(Boolean);
        if (old) old.replaceWith(section); else content.insertBefore(section, next ?? glossary);
        experimentsReport.attach(section);
        after?.();
      });
      versions.set(name, version);
      isNew = true;
    }
    if (!isNew) return;
    const frame = await fetched('frame');
    document.querySelector('header p').replaceWith(document.adoptNode(frame.querySelector('header p')));
    document.querySelector('nav').replaceWith(document.adoptNode(frame.querySelector('nav')));
    if (isFirst && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }

  // ---- Runs

  function articleOf(run) {
    const bar = make('progress', { className: 'of' }), words = make('p', { className: 'words' });
    const grid = make('div', { className: 'grid' }), cells = make('table', { className: 'cells' });
    const article = make('article', {}, make('h2', {}, make('a', { href: `#${run.recipe}`, textContent: run.recipe })),
      make('p', {}, make('code', { textContent: run.command })), bar, words, cells, grid);
    bar.setAttribute('aria-label', `${run.recipe}: cells done`);
    for (const variant of run.variants) {
      grid.append(make('div', { className: 'variant' }, make('span', { textContent: variant.name, title: variant.name }),
        make('div', { className: 'states' }, ...variant.seeds.map(() => make('span')))));
    }
    runs.append(article);
    return { article, bar, words, grid, cells };
  }

  const stateWords = { d: 'done', r: 'under way', f: 'failed', w: 'in work by another command', '.': 'to come' };

  function line(values) {
    const namespace = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(namespace, 'svg'), path = document.createElementNS(namespace, 'polyline');
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const points = values.map((value, index) =>
      `${100 * index / Math.max(1, values.length - 1)},${24 - 22 * (value - low) / (high - low || 1) - 1}`);
    svg.setAttribute('viewBox', '0 0 100 24');
    svg.setAttribute('preserveAspectRatio', 'none');
    svg.setAttribute('aria-hidden', 'true');
    path.setAttribute('points', points.join(' '));
    svg.append(path);
    return svg;
  }

  function showRun(run) {
    const key = `${run.process} ${run.started} ${run.recipe}`;
    if (!articles.has(key)) articles.set(key, articleOf(run));
    const { article, bar, words, grid, cells } = articles.get(key);
    const failed = run.variants.reduce((sum, variant) => sum + variant.states.split('f').length - 1, 0);
    const done = `${(run.ended - failed).toLocaleString('en')} of ${count(run.cells, 'cell')} done${failed ? `, ${failed} failed` : ''}`;
    articles.get(key).done = done;
    article.classList.toggle('dead', run.silentFor !== null);
    [bar.max, bar.value] = [run.cells, run.done];
    words.textContent = run.silentFor !== null
      ? `No sign of life for ${time(run.silentFor)}: the run was killed, or its machine sleeps. The same command goes on where it was.`
      : done + (run.secondsLeft === null ? '' : `, about ${time(run.secondsLeft)} left`) + ` (${run.process})`;
    run.variants.forEach((variant, row) => variant.seeds.forEach((seed, at) => {
      const square = grid.children[row].lastChild.children[at], state = variant.states[at];
      const cell = run.running.find(cell => cell.variant === variant.name && cell.seed === seed);
      square.className = state === '.' ? '' : state;
      square.style.setProperty('--part', `${cell ? 100 * cell.epoch / Math.max(1, cell.epochs) : 0}%`);
      square.title = `${variant.name}, seed ${seed}: ${stateWords[state]}`;
    }));
    cells.replaceChildren(...run.running.map(cell => make('tr', {},
      make('td', { textContent: `${cell.variant}, seed ${cell.seed}` }),
      make('td', { textContent: `epoch ${cell.epoch} of ${cell.epochs}` }),
      make('td', {}, ...(cell.accuracies.length > 1 ? [line(cell.accuracies)] : [])),
      make('td', { textContent: cell.accuracies.length ? `${(100 * cell.accuracies.at(-1)).toFixed(1)} % validation accuracy` : '' }))));
    return key;
  }

  function show(state) {
    const shown = new Set(state.runs.map(showRun));
    for (const [key, { article, done }] of articles) {
      if (shown.has(key)) continue;
      article.remove();
      articles.delete(key);
      const recipe = article.querySelector('h2').textContent, now = new Date().toLocaleTimeString();
      ended.prepend(make('p', { className: 'ended', textContent: `${recipe}: a run ended at ${now} (last heard of it: ${done}).` }));
      while (ended.children.length > 3) ended.lastChild.remove();
    }
    const alive = state.runs.filter(run => run.silentFor === null).length;
    const text = alive ? `${count(alive, 'run')} under way in ${state.results}`
      : `No run is under way in ${state.results}. What comes in is shown as it comes.`;
    if (status.textContent !== text) status.textContent = text;
    status.className = 'idle';
  }

  const source = new EventSource('events');
  // One after the other, and only what was heard last; what was gone when it was fetched is asked for again.
  function follow(recipes) {
    work = work.then(() => recipes === known.recipes ? update(recipes) : null).catch(() => setTimeout(() => follow(recipes), 1000));
  }

  source.addEventListener('message', event => {
    known = JSON.parse(event.data);
    inPlace(() => show(known));
    follow(known.recipes);
  });
  source.addEventListener('error', () => {
    status.textContent = 'The connection is lost: report --serve has ended, or is not to be reached. What is shown stays.';
    status.className = 'lost';
  });
})();
