/** UNOFFICIAL AND LOCAL. What a page needs of the stand-in, whether that runs here or in another page. */

/** The client's end of a socket, as the stand-in sees it. */
export interface Outlet {
  send(text: string): void;
  close(code: number): void;
}

/** The stand-in's end of a socket: what the client says, and that it is gone. */
export interface Inlet {
  receive(text: string): void;
  closed(): void;
}

export interface TrtcService {
  /** The answer to the client's first question: where to connect. */
  schedule(): Promise<unknown>;
  /** undefined: nobody answers there. */
  connect(url: URL, outlet: Outlet): Inlet | undefined;
}
