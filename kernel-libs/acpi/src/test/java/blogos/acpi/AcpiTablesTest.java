package blogos.acpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AcpiTablesTest {
    private final FirmwareImage firmware = new FirmwareImage();

    /** Two CPUs, one of them off, an I/O APIC, the timer on input 2 and a level-triggered line 9, as QEMU has it. */
    private static FirmwareImage.Writer controllers() {
        return new FirmwareImage.Writer()
                .number(0xfee0_0000L, 4)
                .number(1, 4)
                .bytes(0, 8, 0, 0, 1, 0, 0, 0)
                .bytes(0, 8, 1, 5, 0, 0, 0, 0)
                .bytes(1, 12, 3, 0)
                .number(0xfec0_0000L, 4)
                .number(0, 4)
                .bytes(2, 10, 0, 0, 2, 0, 0, 0, 0, 0)
                .bytes(2, 10, 0, 9, 9, 0, 0, 0, 0xd, 0)
                .bytes(4, 6, 0xff, 0, 0, 1);
    }

    private static FirmwareImage.Writer timer(int space, long address) {
        return new FirmwareImage.Writer()
                .number(0x8086_a201L, 4)
                .bytes(space, 64, 0, 0)
                .number(address, 8)
                .bytes(0, 0, 0, 0);
    }

    private static byte[] features(int century, int flags) {
        byte[] body = new byte[116 - 36];
        body[108 - 36] = (byte) century;
        body[109 - 36] = (byte) flags;
        return body;
    }

    private AcpiTables read(boolean extended) throws AcpiException {
        return AcpiTables.read(firmware, firmware.finish(extended));
    }

    @Test
    void bothRootTablesAreRead() throws AcpiException {
        for (boolean extended : new boolean[] {false, true}) {
            FirmwareImage image = new FirmwareImage();
            image.add("SSDT", 1, new byte[4]);
            image.add("APIC", 3, controllers().toArray());
            AcpiTables tables = AcpiTables.read(image, image.finish(extended));
            assertEquals(List.of("SSDT", "APIC"), tables.signatures());
            assertEquals(2, tables.interruptControllers().processors().size());
            assertNull(tables.eventTimer());
            assertNull(tables.fixedFeatures());
        }
    }

    @Test
    void interruptControllersAreDescribed() throws AcpiException {
        firmware.add("APIC", 3, controllers().toArray());
        Madt madt = read(true).interruptControllers();
        assertEquals(0xfee0_0000L, madt.localApicAddress());
        assertTrue(madt.hasLegacyControllers());
        assertEquals(List.of(new Madt.Processor(0, true), new Madt.Processor(5, false)), madt.processors());
        assertEquals(List.of(new Madt.IoApicEntry(3, 0xfec0_0000L, 0)), madt.ioApics());
        assertEquals(new InterruptRoute(2, false, false), madt.isaRoute(0));
        assertEquals(new InterruptRoute(1, false, false), madt.isaRoute(1));
        assertEquals(new InterruptRoute(9, false, true), madt.isaRoute(9));
    }

    @Test
    void largeApicNumbersAndAddressesAreRead() throws AcpiException {
        byte[] body = controllers()
                .bytes(9, 16, 0, 0)
                .number(0x1_0203, 4)
                .number(1, 4)
                .number(7, 4)
                .bytes(5, 12, 0, 0)
                .number(0x12_fee0_0000L, 8)
                .bytes(77, 3, 1)
                .toArray();
        firmware.add("APIC", 5, body);
        Madt madt = read(true).interruptControllers();
        assertEquals(new Madt.Processor(0x1_0203, true), madt.processors().get(2));
        assertEquals(0x12_fee0_0000L, madt.localApicAddress());
    }

    @Test
    void eventTimerMustLieInMemory() throws AcpiException {
        firmware.add("HPET", 1, timer(0, 0xfed0_0000L).toArray());
        assertEquals(0xfed0_0000L, read(true).eventTimer().address());
        for (byte[] wrong : List.of(
                timer(1, 0xfed0_0000L).toArray(),
                timer(0, 0).toArray(),
                timer(0, 0xfed0_0004L).toArray(),
                new byte[8])) {
            FirmwareImage image = new FirmwareImage();
            image.add("HPET", 1, wrong);
            AcpiTables tables = AcpiTables.read(image, image.finish(true));
            assertThrows(AcpiException.class, tables::eventTimer);
        }
    }

    @Test
    void oldMachinesHaveTheOldDevices() throws AcpiException {
        firmware.add("FACP", 1, features(50, 0));
        assertEquals(new Fadt(50, true, true), read(false).fixedFeatures());
    }

    @Test
    void newMachinesSayWhatTheyHave() throws AcpiException {
        firmware.add("FACP", 3, features(0, 1 << 5));
        assertEquals(new Fadt(0, false, false), read(true).fixedFeatures());
        FirmwareImage other = new FirmwareImage();
        other.add("FACP", 3, features(200, 2));
        AcpiTables tables = AcpiTables.read(other, other.finish(true));
        assertThrows(AcpiException.class, tables::fixedFeatures);
    }

    @Test
    void wrongChecksumsAreErrors() throws AcpiException {
        long address = firmware.add("APIC", 3, controllers().toArray());
        AcpiTables tables = read(true);
        firmware.set(address + 40, 0);
        assertEquals(
                "table APIC has a wrong checksum",
                assertThrows(AcpiException.class, tables::interruptControllers).getMessage());
        firmware.set(FirmwareImage.BASE + 33, 1);
        assertThrows(AcpiException.class, () -> AcpiTables.read(firmware, FirmwareImage.BASE));
        firmware.set(FirmwareImage.BASE + 9, 1);
        assertEquals(
                "the ACPI root pointer has a wrong checksum",
                assertThrows(AcpiException.class, () -> AcpiTables.read(firmware, FirmwareImage.BASE))
                        .getMessage());
    }

    @Test
    void entriesMustFit() throws AcpiException {
        for (int[] entry : new int[][] {
            {0},
            {0, 1},
            {0, 0},
            {0, 9, 0},
            {0, 7, 0, 0, 0, 0, 0},
            {2, 10, 1, 0, 0, 0, 0, 0, 0, 0},
            {2, 10, 0, 16, 0, 0, 0, 0, 0, 0},
            {2, 10, 0, 3, 0, 0, 0, 0, 2, 0},
            {1, 4, 0, 0},
            {5, 4, 0, 0},
            {9, 8, 0, 0, 0, 0, 0, 0}
        }) {
            FirmwareImage image = new FirmwareImage();
            image.add("APIC", 3, controllers().bytes(entry).toArray());
            AcpiTables tables = AcpiTables.read(image, image.finish(true));
            assertThrows(AcpiException.class, tables::interruptControllers);
        }
    }

    @Test
    void noRootPointerIsAnError() {
        assertThrows(AcpiException.class, () -> AcpiTables.read(firmware, 0));
        assertThrows(AcpiException.class, () -> AcpiTables.read(firmware, FirmwareImage.BASE));
        assertThrows(AcpiException.class, () -> AcpiTables.read(firmware, -1));
    }

    /** Whatever a byte is changed to, with checksums made right again, the answer is tables or an AcpiException. */
    @Test
    void damageIsAnErrorAtWorst() {
        Random random = new Random(7);
        int failures = 0;
        for (int round = 0; round < 3000; round++) {
            FirmwareImage image = new FirmwareImage();
            long madt = image.add("APIC", 3, controllers().toArray());
            image.add("HPET", 1, timer(0, 0xfed0_0000L).toArray());
            image.add("FACP", 3, features(50, 2));
            long pointer = image.finish(random.nextBoolean());
            for (int i = 0; i < 3; i++) {
                image.set(FirmwareImage.BASE + random.nextInt(image.used()), random.nextInt(256));
            }
            if (random.nextBoolean()) {
                image.fixChecksum(madt, 9, 36 + controllers().toArray().length);
            }
            try {
                AcpiTables tables = AcpiTables.read(image, pointer);
                tables.interruptControllers();
                tables.eventTimer();
                tables.fixedFeatures();
            } catch (AcpiException e) {
                failures++;
            }
        }
        assertTrue(failures > 100);
        assertFalse(failures == 3000);
    }
}
