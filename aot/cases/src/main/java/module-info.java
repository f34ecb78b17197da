/** Programs that must behave the same on HotSpot, as an executable of our compiler, and in the guest. */
module blogos.aot.cases {
    exports blogos.aot.cases;
}
