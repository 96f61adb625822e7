// Draws the figures of the page, whatever they show, and works its buttons, filters and downloads.
const experimentsReport = (() => {
  'use strict';

  const states = new Map(); // what the reader chose for each figure, by its id: it outlives a section that is replaced
  const narrowest = 640;
  const longNames = 200; // of rows, in pixels: they stand above their rows where there is no room for them beside
  const paperWidth = 900; // scaled to the paper by the style sheet
  const rightSide = 18, axisName = 52, titleRoom = 34, bareRoom = 14, columnGap = 32;
  const html = document.documentElement;
  const config = {
    displaylogo: false, showSendToCloud: false, plotlyServerURL: '', responsive: false, displayModeBar: 'hover',
    modeBarButtonsToRemove: ['select2d', 'lasso2d', 'autoScale2d'],
  };
  let printing = false;

  // ---- Themes

  const systemDark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => !printing && (html.dataset.theme ? html.dataset.theme === 'dark' : systemDark.matches);

  function paint() {
    const style = getComputedStyle(document.body);
    return { dark: isDark(), ink: style.color, paper: style.backgroundColor, font: style.getPropertyValue('--sans') };
  }

  function themeButton() {
    const button = document.querySelector('button.theme');
    const label = () => { button.textContent = isDark() ? 'Light mode' : 'Dark mode'; };
    button.hidden = false;
    button.addEventListener('click', () => {
      html.dataset.theme = isDark() ? 'light' : 'dark';
      try { localStorage.setItem('experiments-theme', html.dataset.theme); } catch { /* see theme.js */ }
      label();
      redraw();
    });
    systemDark.addEventListener('change', () => { label(); redraw(); });
    label();
  }

  // ---- Figures

  function stateOf(figure) {
    if (!states.has(figure.id)) states.set(figure.id, { items: new Set(), roles: new Set(), other: { x: false, y: false }, panel: null });
    return states.get(figure.id);
  }

  // Colours that stand against the paper have a twin for dark pages.
  function colored(value, twins, paper, dark) {
    if (typeof value === 'string') return value === 'paper' ? paper : dark && twins[value] || value;
    if (Array.isArray(value)) return value.map(part => colored(part, twins, paper, dark));
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, part]) =>
        [key, /^(x|y|z|text|customdata|hovertemplate|name)$/.test(key) ? part : colored(part, twins, paper, dark)]));
    }
    return value;
  }

  const wrapped = (text, width) => text.split(' ').reduce((lines, word) => {
    if (lines.length && `${lines.at(-1)} ${word}`.length <= width) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
    return lines;
  }, []).join('<br>');

  function axisOf(source, other, look) {
    const { title, type, range, tickvals, ticktext, whole, other: second, ...rest } = source;
    const axis = {
      ...rest, type, range, zeroline: false, linecolor: look.ink, showline: rest.showline ?? true, ticks: rest.ticks ?? 'outside', ticklen: 4,
      tickcolor: look.grid, gridcolor: look.grid, automargin: false, tickangle: 0, exponentformat: 'power', separatethousands: true, title: { standoff: 6 },
    };
    if (other && second) {
      Object.assign(axis, { type: second, autorange: true, range: undefined, dtick: undefined });
    } else if (tickvals) {
      Object.assign(axis, { tickmode: 'array', tickvals, ticktext });
    } else if (whole && range[1] - range[0] <= 12) {
      axis.dtick = 1;
    }
    if (axis.type === 'log' && rest.showgrid) axis.minor = { showgrid: true, gridcolor: look.faint };
    return axis;
  }

  // Panels side by side or, where there is little room, one below the other: plotly's data and layout.
  function compose(spec, state, width, look) {
    const isNarrow = width < narrowest;
    const panels = state.panel === null ? spec.panels : [spec.panels[state.panel]];
    const columns = isNarrow ? 1 : Math.min(spec.columns, panels.length);
    const rows = Math.ceil(panels.length / columns);
    const namesAbove = isNarrow && spec.leftAxis > longNames;
    const heights = panels.filter((_, index) => index % columns === 0)
      .map(panel => namesAbove ? 2.2 * panel.height : isNarrow && panel.height < 450 ? Math.min(panel.height, 300) : panel.height);
    const tops = heights.map((_, row) => heights.slice(0, row).reduce((sum, height) => sum + height, 0));
    const left = namesAbove ? rightSide : Math.min(spec.leftAxis, 0.6 * width);
    const dataWidth = (width - left - rightSide - columnGap * (columns - 1)) / columns;
    const height = tops[rows - 1] + heights[rows - 1];
    const layout = {
      width, height, margin: { l: 0, r: 0, t: 0, b: 0, autoexpand: false }, showlegend: false, hovermode: 'closest', barmode: 'overlay',
      dragmode: isNarrow ? false : 'zoom', separators: '.,', annotations: [], paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)',
      font: { family: look.font, size: 12, color: look.ink }, modebar: { bgcolor: 'rgba(0,0,0,0)', color: look.quiet, activecolor: look.ink },
      hoverlabel: { namelength: -1, align: 'left', font: { family: look.font } },
      uirevision: JSON.stringify([state.panel, state.other]),
    };
    const data = [];
    const known = { x: new Map(), y: new Map() }; // axes of one range are zoomed together
    panels.forEach((panel, index) => {
      const number = index ? index + 1 : '', row = Math.floor(index / columns), column = index % columns;
      const start = left + column * (dataWidth + columnGap);
      const top = tops[row] + (panel.title ? titleRoom : bareRoom) + (namesAbove ? 2 * bareRoom : 0), bottom = tops[row] + heights[row] - axisName;
      const places = { x: [start / width, (start + dataWidth) / width], y: [1 - bottom / height, 1 - top / height] };
      for (const name of ['x', 'y']) {
        const axis = axisOf(panel[name], state.other[name], look);
        const key = JSON.stringify([panel[name].type, panel[name].range, panel[name].tickvals]);
        axis.domain = places[name];
        axis.anchor = (name === 'x' ? 'y' : 'x') + number;
        axis.title.text = name === 'y' && column ? '' : panel[name].title;
        if (known[name].has(key)) axis.matches = known[name].get(key); else known[name].set(key, name + number);
        if (name === 'y' && column && known.y.get(key) !== 'y' + number) axis.showticklabels = false;
        layout[`${name}axis${number}`] = axis;
      }
      if (namesAbove) {
        layout[`yaxis${number}`].showticklabels = false;
        panel.y.tickvals?.forEach((value, at) => layout.annotations.push({
          text: wrapped(panel.y.ticktext[at].replaceAll('<br>', ' '), Math.min(width, narrowest / 2) / 6), showarrow: false, xref: `x${number} domain`,
          yref: `y${number}`, x: 0, y: value + 0.38, xanchor: 'left', yanchor: 'bottom', align: 'left', font: { size: 11 },
        }));
      }
      if (panel.title) {
        layout.annotations.push({
          text: `<b>${panel.title}</b>`, showarrow: false, xref: `x${number} domain`, yref: `y${number} domain`, x: 0.5, y: 1,
          xanchor: 'center', yanchor: 'bottom', font: { size: 13 },
        });
      }
      for (const { item, role, ...trace } of panel.traces) {
        if (!state.items.has(item) && !state.roles.has(role)) {
          data.push({ ...colored(trace, spec.dark, look.paper, look.dark), xaxis: `x${number}`, yaxis: `y${number}` });
        }
      }
    });
    return { data, layout };
  }

  function lookOf() {
    const { dark, ink, paper, font } = paint();
    const mix = share => dark ? `rgba(255,255,255,${share})` : `rgba(0,0,0,${share})`;
    return { dark, ink, paper, font, grid: mix(0.14), faint: mix(0.05), quiet: mix(0.45) };
  }

  function draw(figure) {
    const plot = figure.querySelector('.plot'), state = stateOf(figure);
    plot.spec ??= JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    const { data, layout } = compose(plot.spec, state, printing ? paperWidth : Math.max(plot.clientWidth, plot.spec.leftAxis > longNames ? 480 : 240), lookOf());
    plot.style.minHeight = `${layout.height}px`;
    plot.drawn = true;
    plot.measured = plot.clientWidth;
    return Plotly.react(plot, data, layout, config).then(() => name(figure, plot));
  }

  // What plotly draws is one picture with the figure's name; its buttons are told by their tooltips.
  function name(figure, plot) {
    plot.querySelectorAll('svg').forEach((svg, index) => {
      if (index) svg.setAttribute('aria-hidden', 'true');
      else Object.entries({ role: 'img', 'aria-labelledby': `${figure.id}-title`, 'aria-describedby': `${figure.id}-caption` })
        .forEach(([attribute, value]) => svg.setAttribute(attribute, value));
    });
    plot.querySelectorAll('.modebar-btn').forEach(button => button.setAttribute('aria-label', button.dataset.title ?? 'chart'));
  }

  const drawn = () => [...document.querySelectorAll('figure')].filter(figure => figure.querySelector('.plot')?.drawn);
  const redraw = () => drawn().forEach(draw);
  const drawAll = root => [...(root ?? document).querySelectorAll('figure')].filter(figure => figure.querySelector('.plot')).map(draw);

  // A figure is drawn when a reader comes near it, and anew when it gets another width.
  const nearby = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) { nearby.unobserve(target); draw(target); }
    }
  }, { rootMargin: '800px' });
  const widths = new ResizeObserver(entries => {
    for (const { target } of entries) {
      if (target.drawn && !printing && target.clientWidth && target.clientWidth !== target.measured) draw(target.closest('figure'));
    }
  });

  function controls(figure) {
    const state = stateOf(figure);
    const show = () => {
      for (const button of figure.querySelectorAll('.controls button')) {
        const { item, role, log } = button.dataset;
        const isPressed = item !== undefined ? !state.items.has(+item) : role !== undefined ? !state.roles.has(role)
          : state.other[log] !== (button.dataset.start === 'true');
        button.setAttribute('aria-pressed', isPressed);
      }
      const panel = figure.querySelector('select[data-panel]');
      if (panel) panel.value = state.panel ?? '';
    };
    for (const button of figure.querySelectorAll('button[data-log]')) button.dataset.start = button.getAttribute('aria-pressed');
    const toggle = (set, value) => { if (!set.delete(value)) set.add(value); };
    figure.querySelector('.controls').addEventListener('click', event => {
      const { item, role, log } = event.target.closest('button')?.dataset ?? {};
      if (item === undefined && role === undefined && log === undefined) return;
      if (item !== undefined) toggle(state.items, +item);
      if (role !== undefined) toggle(state.roles, role);
      if (log !== undefined) state.other[log] = !state.other[log];
      show();
      draw(figure);
    });
    figure.querySelector('select[data-panel]')?.addEventListener('change', event => {
      state.panel = event.target.value === '' ? null : +event.target.value;
      draw(figure);
    });
    show();
  }

  // ---- Claims, commands and downloads

  function filter(section) {
    const box = section.querySelector('.filter');
    if (!box) return;
    const [text, verdict, count] = [box.querySelector('input'), box.querySelector('select'), box.querySelector('output')];
    const rows = [...section.querySelectorAll('table.claims tbody tr')];
    const apply = () => {
      const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const content = row.textContent.toLowerCase();
        row.hidden = !(words.every(word => content.includes(word)) && (!verdict.value || row.dataset.verdict === verdict.value));
        shown += !row.hidden;
      }
      count.textContent = `${shown} of ${rows.length}`;
    };
    text.addEventListener('input', apply);
    verdict.addEventListener('change', apply);
    apply();
  }

  function copying(section) {
    for (const command of section.querySelectorAll('code.command')) {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'copy', textContent: 'Copy' });
      button.setAttribute('aria-label', `Copy the command ${command.textContent}`);
      button.addEventListener('click', async () => {
        try {
          await navigator.clipboard.writeText(command.textContent);
          button.textContent = 'Copied';
        } catch {
          getSelection().selectAllChildren(command);
          button.textContent = 'Selected';
        }
      });
      command.after(' ', button);
    }
  }

  function downloads(section) {
    const button = section.querySelector('button[data-file]');
    button?.addEventListener('click', async () => {
      const packed = Uint8Array.from(atob(section.querySelector('script[type="application/gzip"]').textContent), letter => letter.charCodeAt(0));
      const text = new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')));
      const address = URL.createObjectURL(new Blob([await text.arrayBuffer()], { type: 'text/csv' }));
      Object.assign(document.createElement('a'), { href: address, download: button.dataset.file }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
    });
  }

  // ---- The whole page

  function attach(section) {
    for (const figure of section.querySelectorAll('figure')) {
      if (!figure.querySelector('.plot')) continue;
      controls(figure);
      nearby.observe(figure);
      widths.observe(figure.querySelector('.plot'));
    }
    filter(section);
    copying(section);
    downloads(section);
  }

  // Paper is white, and has everything on it.
  addEventListener('beforeprint', () => {
    printing = true;
    html.classList.add('printing');
    document.querySelectorAll('details').forEach(details => { details.wasOpen = details.open; details.open = true; });
    drawAll();
  });
  addEventListener('afterprint', () => {
    printing = false;
    html.classList.remove('printing');
    document.querySelectorAll('details').forEach(details => { details.open = details.wasOpen; });
    redraw();
  });

  themeButton();
  document.querySelectorAll('section.recipe').forEach(attach);
  return { attach, draw, drawAll, states };
})();
