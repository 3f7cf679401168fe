// An array of stochastic multiply-accumulate units: streams on rows and columns, an AND gate and an accumulative counter at every cross-point.
//
//   sum[r][c] <- sum[r][c] + sign_r sign_c popcount(row_r AND column_c) 2^digit
//
// Every generator serves a whole row or column: m + n streams make m x n products. All passes of a product layer (hw-docs/passes.md) are
// outer products, added up:
//
//   forward   rows weights of the outputs, columns inputs of windows, a step for every tap
//   backward  rows weights of the inputs, columns errors, a step for every output and tap
//   gradient  rows inputs, columns errors, a step for every window; the digit is that of the image
//
// BITS bits of a stream meet in a clock; a stream of N bits takes N / BITS of them. Signs: positive, negative, or neither for a number that
// is zero or lies in the padding. A row or column without a sign does not count, and its counters are not clocked.
//
//   clear   all sums become zero (1 clock)
//   count   rows and columns meet (every clock while high)
//
// Reset: clear, synchronous, active high; the sums mean nothing before.
//
// Layout: row r has bits [r * BITS +: BITS]; the sum of row r and column c [(r * COLUMNS + c) * WIDTH +: WIDTH], two's complement.
module mac_array #(
    parameter int ROWS    = 16,
    parameter int COLUMNS = 16,
    parameter int BITS    = 32,
    parameter int WIDTH   = 32
) (
    input  logic                              clk,
    input  logic                              clear,
    input  logic                              count,
    input  logic [4:0]                        digit,
    input  logic [ROWS*BITS-1:0]              rows,
    input  logic [ROWS-1:0]                   row_positive,
    input  logic [ROWS-1:0]                   row_negative,
    input  logic [COLUMNS*BITS-1:0]           columns,
    input  logic [COLUMNS-1:0]                column_positive,
    input  logic [COLUMNS-1:0]                column_negative,
    output logic [ROWS*COLUMNS*WIDTH-1:0]     sums
);
  for (genvar r = 0; r < ROWS; r++) begin : g_row
    for (genvar c = 0; c < COLUMNS; c++) begin : g_column
      mac_unit #(
          .BITS (BITS),
          .WIDTH(WIDTH)
      ) unit (
          .clk(clk),
          .clear(clear),
          .add(count && (row_positive[r] && column_positive[c] || row_negative[r] && column_negative[c])),
          .take(count && (row_positive[r] && column_negative[c] || row_negative[r] && column_positive[c])),
          .digit(digit),
          .row(rows[r*BITS+:BITS]),
          .column(columns[c*BITS+:BITS]),
          .sum(sums[(r*COLUMNS+c)*WIDTH+:WIDTH])
      );
    end
  end
endmodule
