// Before anything is shown: the theme that the reader chose last, and that scripts run.
document.documentElement.classList.add('js');
try {
  const chosen = localStorage.getItem('experiments-theme');
  if (chosen) document.documentElement.dataset.theme = chosen;
} catch { /* pages opened as files may have no storage */ }
