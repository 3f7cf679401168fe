// Drives mac_array with tiles of the passes of an image and compares every sum.
//
//   +tiles=FILE   per tile a line "steps words digit"; per step a line of ROWS + COLUMNS signs (-1, 0, 1), and for every word of the streams a
//                 line of ROWS + COLUMNS words (hexadecimal); in the end a line of ROWS x COLUMNS sums
//
// What the array computes from must be assigned without blocking: Verilator 5.006 does not see a part of a wide vector change otherwise.
module mac_array_bench;
  localparam int Rows = 16;
  localparam int Columns = 16;

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

  mac_array #(
      .ROWS(Rows),
      .COLUMNS(Columns)
  ) array (
      .*
  );

  int file, steps, words, sign, expected;
  logic [31:0] word;
  longint tiles, compared, differences, cycles;
  string path;

  always @(posedge clk) cycles++;

  initial begin
    if (!$value$plusargs("tiles=%s", path)) $fatal(1, "Give +tiles=FILE.");
    file = $fopen(path, "r");
    if (file == 0) $fatal(1, "Cannot read %s.", path);
    while ($fscanf(file, "%d %d %d", steps, words, digit) == 3) begin
      clear = 1'b1;
      @(negedge clk);
      clear = 1'b0;
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
        for (int w = 0; w < words; w++) begin
          for (int i = 0; i < Rows + Columns; i++) begin
            if ($fscanf(file, "%h", word) != 1) $fatal(1, "%s ends early.", path);
            if (i < Rows) next_rows[i*32+:32] = word;
            else next_columns[(i-Rows)*32+:32] = word;
          end
          rows <= next_rows;
          columns <= next_columns;
          count <= 1'b1;
          @(negedge clk);
          count <= 1'b0;
        end
      end
      for (int i = 0; i < Rows * Columns; i++) begin
        if ($fscanf(file, "%d", expected) != 1) $fatal(1, "%s ends early.", path);
        compared++;
        if (sums[i*32+:32] != 32'(expected)) begin
          differences++;
          if (differences < 10) $display("tile %0d, sum %0d: %0d, not %0d", tiles, i, $signed(sums[i*32+:32]), expected);
        end
      end
      tiles++;
    end
    $display("%0d tiles, %0d sums, %0d differences, %0d cycles", tiles, compared, differences, cycles);
    $finish;
  end
endmodule
