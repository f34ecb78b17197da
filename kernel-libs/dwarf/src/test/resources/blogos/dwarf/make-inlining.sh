#!/bin/sh
# Makes the ELF files that InliningTest reads, and what llvm-symbolizer says about their addresses: one line for each
# address where its answer changes, frames innermost first. Needs clang, lld and LLVM's tools, version 14 or later.
# The results are kept beside this script.
set -eu
cd "$(dirname "$0")"

# The addresses of all bytes of a file's .text, in hexadecimal.
text_addresses() {
    set -- $(llvm-readelf -S -W "$1" | sed -n 's/.*\] \.text *PROGBITS *\([^ ]*\) [^ ]* \([^ ]*\) .*/0x\1 0x\2/p')
    address=$(($1))
    end=$(($1 + $2))
    while [ $address -lt $end ]; do
        printf '0x%x\n' $address
        address=$((address + 1))
    done
}

for version in 4 5; do
    elf=inlining-dwarf$version.elf
    clang -O2 -gdwarf-$version -ffunction-sections -ffreestanding -fno-asynchronous-unwind-tables -fno-ident \
        -ffile-prefix-map="$PWD"=. -fno-pie -c inlining.c -o inlining.o
    ld.lld --gc-sections --build-id=none --image-base=0x400000 --defsym=__image_start=0x400000 inlining.o -o $elf
    rm inlining.o
    chmod a-x $elf
    text_addresses $elf | llvm-symbolizer -e $elf --inlines -s --output-style=GNU --print-address --pretty-print | awk '
        function flush() { if (frames != last) { print address frames; last = frames } }
        /^ / { sub(/^ \(inlined by\) /, ""); frames = frames " < " $0; next }
        { flush(); address = $1; sub(/^0x0*/, "0x", address); sub(/^[^ ]*/, ""); frames = $0 }
        END { flush() }' > inlining.expected
done
