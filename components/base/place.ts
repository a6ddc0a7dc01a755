interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
}

/** What is kept free between menu and button, and at the edges of the window, px. */
const SPACE = 8;

/** Where a menu lies: above its button where it fits, else on the side with more room, and always inside the window. */
export function placeMenu(button: Box, menu: Size, view: Size): Place {
  const above = button.top - 2 * SPACE;
  const below = view.height - button.top - button.height - 2 * SPACE;
  const isAbove = above >= menu.height || above >= below;
  const maxHeight = Math.max(0, isAbove ? above : below);
  const height = Math.min(menu.height, maxHeight);
  const centred = button.left + (button.width - menu.width) / 2;
  return {
    left: Math.max(SPACE, Math.min(centred, view.width - menu.width - SPACE)),
    top: isAbove ? button.top - SPACE - height : button.top + button.height + SPACE,
    maxHeight,
  };
}
