module other {
    requires host;
}
