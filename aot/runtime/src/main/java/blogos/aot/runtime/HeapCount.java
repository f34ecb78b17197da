package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;

/** Walks over the heap's chunks and sums up what it finds. */
@NoPoll
final class HeapCount {
    long usedBytes;
    long objects;
    long largeObjects;
    long blocks;

    void countAll() {
        Allocator.count(this);
    }

    /** Counts what the chunks hold, unused cells of threads included. */
    void countChunks() {
        for (Address c = ChunkList.first(); !c.isZero(); c = HeapChunk.at(c).next()) {
            HeapChunk chunk = HeapChunk.at(c);
            if (!chunk.isHuge()) {
                countPages(chunk);
            } else if (chunk.isHugeInUse()) {
                countLarge(chunk.sizeBytes());
            }
        }
    }

    private void countPages(HeapChunk chunk) {
        for (int page = HeapChunk.FIRST_PAGE; page < HeapChunk.PAGES; page++) {
            int kind = chunk.kind(page);
            if (kind == HeapChunk.LARGE) {
                countLarge((long) chunk.number(page) * HeapChunk.PAGE_SIZE);
            } else if (kind == HeapChunk.BLOCK && page % HeapChunk.BLOCK_PAGES == 0) {
                HeapBlock block = chunk.block(page);
                int cells = block.allocatedCount();
                blocks++;
                objects += cells;
                usedBytes += (long) cells * block.cellSize();
            }
        }
    }

    private void countLarge(long sizeBytes) {
        largeObjects++;
        objects++;
        usedBytes += sizeBytes;
    }
}
