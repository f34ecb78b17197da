module plug {
    requires host;
}
