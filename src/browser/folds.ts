// The parts of a long page are folded; the one that an address names opens. What lies inside a fold the browser shows by
// itself, but the heading of a fold is in the line that stays.

const named = (): void => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
};
named();
addEventListener('hashchange', named);

// A module, so that its names are its own.
export {};
