const NAMES: Readonly<Record<string, string>> = { alice: 'Alice', bob: 'Bob', carol: 'Carol', dave: 'Dave' };

/** How a user of the demo is called: the four we know by name, everybody else by their id. */
export const nameOf = (userId: string): string => (Object.hasOwn(NAMES, userId) ? NAMES[userId] ?? userId : userId);

/** Who is in the contacts of `userId`, the likeliest first. */
export const contactsOf = (userId: string): readonly string[] => Object.keys(NAMES).filter((each) => each !== userId).slice(0, 3);
