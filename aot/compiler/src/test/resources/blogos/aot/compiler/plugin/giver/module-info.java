module giver {
    requires host;
}
