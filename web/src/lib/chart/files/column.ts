/** A place in a column of an image, px: its left, its top and its width. */
export interface Place {
  x: number;
  y: number;
  room: number;
}

export interface Part {
  svg: string;
  height: number;
}

/** Parts of an image under each other. What has no height takes no space after it either. */
export function startColumn(place: Place) {
  const column = {
    svg: '',
    end: place.y,
    add(set: (at: Place) => Part, after: number) {
      const part = set({ ...place, y: column.end });
      column.svg += part.svg;
      if (part.height) column.end += part.height + after;
    },
  };
  return column;
}
