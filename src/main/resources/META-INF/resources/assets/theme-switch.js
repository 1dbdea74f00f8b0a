// The switch between light and dark colours. The choice is stored in this browser.

export function switchTheme() {
    const { dataset } = document.documentElement;
    dataset.theme = dataset.theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem('vigil.theme', dataset.theme);
}
