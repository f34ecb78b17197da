module taker {
    requires host;
}
