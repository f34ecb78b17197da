/** The programs of the initial RAM disk. */
module blogos.programs {
    requires blogos.std;

    exports blogos.programs;
}
