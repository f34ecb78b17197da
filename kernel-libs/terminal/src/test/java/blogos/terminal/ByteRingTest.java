package blogos.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ByteRingTest {
    @Test
    void bytesComeOutInOrder() {
        ByteRing ring = new ByteRing(4);
        for (int round = 0; round < 100; round++) {
            assertTrue(ring.put(round));
            assertTrue(ring.put(round + 200));
            assertEquals(2, ring.size());
            assertEquals(round & 0xff, ring.take());
            assertEquals(round + 200 & 0xff, ring.take());
            assertEquals(-1, ring.take());
            assertTrue(ring.isEmpty());
        }
    }

    @Test
    void aFullRingRefuses() {
        ByteRing ring = new ByteRing(2);
        assertTrue(ring.put(1) && ring.put(2));
        assertTrue(ring.isFull());
        assertFalse(ring.put(3));
        assertEquals(1, ring.take());
        assertTrue(ring.put(4));
        assertEquals(2, ring.take());
        assertEquals(4, ring.take());
    }

    @Test
    void capacityIsAPowerOfTwo() {
        assertThrows(IllegalArgumentException.class, () -> new ByteRing(3));
        assertThrows(IllegalArgumentException.class, () -> new ByteRing(0));
    }

    @Test
    void oneThreadWritesWhileAnotherReads() throws InterruptedException {
        ByteRing ring = new ByteRing(16);
        int count = 200_000;
        Thread writer = new Thread(() -> {
            for (int i = 0; i < count; ) {
                if (ring.put(i)) {
                    i++;
                } else {
                    Thread.onSpinWait();
                }
            }
        });
        writer.start();
        for (int i = 0; i < count; ) {
            int value = ring.take();
            if (value >= 0) {
                assertEquals(i & 0xff, value);
                i++;
            }
        }
        writer.join();
    }
}
