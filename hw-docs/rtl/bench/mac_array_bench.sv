// Drives mac_array with tiles of the passes of an image and compares every sum.
//
//   +tiles=FILE   per tile a line "steps words digit pass"; per step a line of ROWS + COLUMNS signs (-1, 0, 1), and for every word of the streams a
//                 line of ROWS + COLUMNS words (hexadecimal); in the end a line of ROWS x COLUMNS sums
//   +record=N      only every N-th tile runs
//
// `recorded` holds the number of the pass (1 forward, 2 backward, 3 gradient), for whoever counts what the circuit does meanwhile.
//
// What the array computes from must be assigned without blocking: Verilator 5.006 does not see a part of a wide vector change otherwise.
module mac_array_bench #(
    parameter int Rows    = 16,
    parameter int Columns = 16
);

  logic clk = 1'b0;
  logic clear = 1'b0;
  logic count = 1'b0;
  logic [4:0] digit;
  logic [Rows*32-1:0] rows, next_rows;
  logic [Columns*32-1:0] columns, next_columns;
  logic [Rows-1:0] row_positive, row_negative;
  logic [Columns-1:0] column_positive, column_negative;
  logic [Rows*Columns*32-1:0] sums;

  always #1 clk = !clk;

`ifdef GATES
  // A netlist has no parameters: it was made for these rows and columns.
  mac_array array (.*);
`else
  mac_array #(
      .ROWS(Rows),
      .COLUMNS(Columns)
  ) array (
      .*
  );
`endif

  int file, steps, words, sign, expected, pass, record, active, digit_value;
  logic [7:0] recorded = 8'd0;
  longint recorded_bits[256], recorded_cycles[256];
  logic [31:0] word;
  longint tiles, compared, differences, cycles;
  string path;
  bit runs;

  always @(posedge clk) begin
    cycles++;
    recorded_cycles[recorded]++;
  end

  initial begin
    if (!$value$plusargs("tiles=%s", path)) $fatal(1, "Give +tiles=FILE.");
    if (!$value$plusargs("record=%d", record)) record = 1;
    file = $fopen(path, "r");
    if (file == 0) $fatal(1, "Cannot read %s.", path);
    while ($fscanf(file, "%d %d %d %d", steps, words, digit_value, pass) == 4) begin
      digit <= 5'(digit_value);
      runs = tiles % record == 0;
      recorded = 8'(pass);
      if (runs) begin
        clear = 1'b1;
        @(negedge clk);
        clear = 1'b0;
      end
      for (int s = 0; s < steps; s++) begin
        for (int i = 0; i < Rows + Columns; i++) begin
          if ($fscanf(file, "%d", sign) != 1) $fatal(1, "%s ends early.", path);
          if (i < Rows) begin
            row_positive[i] = sign > 0;
            row_negative[i] = sign < 0;
          end else begin
            column_positive[i-Rows] = sign > 0;
            column_negative[i-Rows] = sign < 0;
          end
        end
        // What is zero or lies outside counts nothing.
        active = $countones(row_positive | row_negative) * $countones(column_positive | column_negative);
        if (runs) recorded_bits[recorded] += longint'(active * words * 32);
        for (int w = 0; w < words; w++) begin
          for (int i = 0; i < Rows + Columns; i++) begin
            if ($fscanf(file, "%h", word) != 1) $fatal(1, "%s ends early.", path);
            if (i < Rows) next_rows[i*32+:32] = word;
            else next_columns[(i-Rows)*32+:32] = word;
          end
          if (runs) begin
            rows <= next_rows;
            columns <= next_columns;
            count <= 1'b1;
            @(negedge clk);
            count <= 1'b0;
          end
        end
      end
      for (int i = 0; i < Rows * Columns; i++) begin
        if ($fscanf(file, "%d", expected) != 1) $fatal(1, "%s ends early.", path);
        if (runs) compared++;
        if (runs && sums[i*32+:32] != 32'(expected)) begin
          differences++;
          if (differences < 10) $display("tile %0d, sum %0d: %0d, not %0d", tiles, i, $signed(sums[i*32+:32]), expected);
        end
      end
      tiles++;
    end
    recorded = 8'd0;
    for (int i = 1; i < 256; i++) begin
      if (recorded_cycles[i] != 0) $display("recorded %0d: %0d bits, %0d cycles", i, recorded_bits[i], recorded_cycles[i]);
    end
    $display("%0d tiles, %0d sums, %0d differences, %0d cycles", tiles, compared, differences, cycles);
    $finish;
  end
endmodule
