package org.servicepartner.local.fleetcontrol;

/**
 * A cell of a job file that cannot be imported.
 *
 * @param row as a spreadsheet counts: the header is row 1
 */
record BadCell(long row, String column, String value, String expected) {

    private static final int SHOWN = 60;

    @Override
    public String toString() {
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
        return "row %d, column %s: '%s' is not accepted; expected: %s".formatted(row, column, shown, expected);
    }
}
