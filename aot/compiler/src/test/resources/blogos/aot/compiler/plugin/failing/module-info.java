module failing {
    requires host;
}
