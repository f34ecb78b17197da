package blogos.aot.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.api.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AllocatorTest {
    private record Piece(long address, long size) {}

    @BeforeEach
    void open() {
        assertTrue(Allocator.open());
    }

    private static Piece allocate(long size) {
        Address memory = Allocator.allocate(Allocator.firstCells(), size);
        assertFalse(memory.isZero());
        assertEquals(0, memory.toLong() % 8);
        for (long i = 0; i < size; i++) {
            assertEquals(0, memory.loadByte(i), "not zeroed");
        }
        memory.fill(size, (byte) 0x5a);
        return new Piece(memory.toLong(), size);
    }

    private static void mark(Piece piece) {
        Address object = Address.of(piece.address());
        HeapChunk chunk = HeapChunk.of(object);
        if (chunk.isHuge() || chunk.kind(chunk.pageAt(object)) != HeapChunk.BLOCK) {
            assertTrue(chunk.markLarge(object));
        } else {
            HeapBlock block = chunk.block(chunk.pageAt(object));
            assertTrue(block.mark(block.cellAt(object)));
        }
    }

    @Test
    void everySizeFitsItsClass() {
        for (int size = 1; size <= SizeClass.LARGEST; size++) {
            int sizeClass = SizeClass.of(size);
            assertTrue(SizeClass.sizeOf(sizeClass) >= size);
            assertTrue(sizeClass == 0 || SizeClass.sizeOf(sizeClass - 1) < size);
        }
        assertEquals(SizeClass.LARGEST, SizeClass.sizeOf(SizeClass.COUNT - 1));
    }

    @Test
    void objectsDoNotOverlapAndAreFoundFromInside() {
        Random random = new Random(1);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            int limit = random.nextInt(200) == 0 ? 3_000_000 : random.nextInt(10) == 0 ? 9000 : 200;
            long size = 1 + random.nextInt(limit);
            pieces.add(allocate(size));
        }
        pieces.sort((a, b) -> Long.compare(a.address(), b.address()));
        for (int i = 1; i < pieces.size(); i++) {
            assertTrue(pieces.get(i - 1).address() + pieces.get(i - 1).size() <= pieces.get(i).address());
        }
        Allocator.retire();
        for (Piece piece : pieces) {
            long inside = piece.address() + random.nextInt((int) piece.size());
            assertEquals(piece.address(), Allocator.objectAt(Address.of(inside)).toLong());
        }
        assertTrue(Allocator.objectAt(Address.of(0x1000)).isZero());
    }

    @Test
    void unmarkedObjectsAreReusedAndMarkedOnesKept() {
        Random random = new Random(2);
        List<Piece> kept = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            List<Piece> made = new ArrayList<>();
            for (int i = 0; i < 3000; i++) {
                made.add(allocate(1 + random.nextInt(random.nextInt(20) == 0 ? 40_000 : 300)));
            }
            made.add(allocate(2_500_000));
            Allocator.retire();
            made.removeIf(piece -> random.nextInt(3) != 0);
            kept.addAll(made);
            kept.forEach(AllocatorTest::mark);
            Allocator.sweep();
            for (Piece piece : kept) {
                Address object = Address.of(piece.address());
                assertEquals(piece.address(), Allocator.objectAt(object.plus(piece.size() - 1)).toLong());
                assertEquals(0x5a, object.loadByte(piece.size() - 1));
            }
        }
        long total = ChunkList.totalBytes();
        kept.clear();
        Allocator.retire();
        Allocator.sweep();
        for (int i = 0; i < 3000; i++) {
            allocate(1 + random.nextInt(300));
        }
        allocate(2_400_000);
        assertEquals(total, ChunkList.totalBytes(), "freed memory is used before more is asked for");
    }

    @Test
    void memoryOfHugeObjectsServesSmallOnesAtTheLimit() {
        allocate(24);
        allocate(10_500_000);
        Allocator.retire();
        Allocator.sweep();
        ChunkList.setLimit(ChunkList.totalBytes());
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < 9000; i++) {
            pieces.add(allocate(1000));
        }
        assertTrue(Allocator.allocate(Allocator.firstCells(), 12_000_000).isZero());
        Allocator.retire();
        for (Piece piece : pieces) {
            assertEquals(piece.address(), Allocator.objectAt(Address.of(piece.address() + 999)).toLong());
            mark(piece);
        }
        assertTrue(Allocator.sweep() >= 9_000_000);
        assertEquals(0x5a, Address.of(pieces.get(0).address()).loadByte(0));
        Allocator.retire();
        Allocator.sweep();
        allocate(8_000_000);
        assertTrue(Allocator.allocate(Allocator.firstCells(), 12_000_000).isZero());
    }

    @Test
    void countsWhatIsAllocated() {
        for (int i = 0; i < 1000; i++) {
            allocate(24);
        }
        allocate(10_000);
        allocate(2_000_000);
        HeapCount count = new HeapCount();
        count.countAll();
        assertEquals(1002, count.objects);
        assertEquals(2, count.largeObjects);
        assertEquals(1, count.blocks);
        assertEquals(1000 * 24 + 3 * 4096 + (2_000_000 + 4095) / 4096 * 4096 + 4096, count.usedBytes);
    }
}
