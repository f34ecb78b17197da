/** What makes a terminal of a keyboard, a serial line and a screen: key decoder, line discipline, text decoder. */
module blogos.terminal {
    exports blogos.terminal;
}
