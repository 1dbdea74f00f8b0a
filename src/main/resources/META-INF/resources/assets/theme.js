// Runs before the first paint, so that a dark ward sees no white flash. The choice is stored in this browser.
(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
        const choice = localStorage.getItem('vigil.theme');
        document.documentElement.dataset.theme = choice ?? (dark.matches ? 'dark' : 'light');
    };
    apply();
    dark.addEventListener('change', apply);
    addEventListener('storage', apply);
})();
