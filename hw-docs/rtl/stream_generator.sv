// Makes the bits of a stream: from cells, or by a comparator from numbers.
//
//   SOURCE    0 cells, at the port; 1 shift register (lfsr_source); 2 Sobol's sequence (sobol_source); 3 counter words (counter_source)
//   one       the bit of this clock: R < P as in Sources.StochasticNumberGenerator with all WIDTH digits, or the cell's
//   p         0..2^WIDTH: never and always a one at the ends
//   restart   goes back to the first number; step: the next bit. seed: of the shift register; key: of counter words
//
// Every independent stream takes a source of its own. No reset: restart it.
module stream_generator #(
    parameter int                     SOURCE     = 1,
    parameter int                     WIDTH      = 16,
    parameter logic [WIDTH-1:0]       TAPS       = 16'hD008,
    parameter logic [WIDTH*WIDTH-1:0] DIRECTIONS = {
        16'h0001, 16'h0002, 16'h0004, 16'h0008, 16'h0010, 16'h0020, 16'h0040, 16'h0080,
        16'h0100, 16'h0200, 16'h0400, 16'h0800, 16'h1000, 16'h2000, 16'h4000, 16'h8000
    }
) (
    input  logic             clk,
    input  logic             restart,
    input  logic             step,
    input  logic [WIDTH-1:0] seed,
    input  logic [63:0]      key,
    input  logic [WIDTH:0]   p,
    input  logic             cell_one,
    output logic             one
);
  logic [WIDTH-1:0] number;
  logic             unused;

  if (SOURCE == 1) begin : g_lfsr
    lfsr_source #(
        .WIDTH(WIDTH),
        .TAPS (TAPS)
    ) source (
        .clk(clk),
        .restart(restart),
        .step(step),
        .seed(seed),
        .number(number)
    );
  end else if (SOURCE == 2) begin : g_sobol
    sobol_source #(
        .WIDTH     (WIDTH),
        .DIRECTIONS(DIRECTIONS)
    ) source (
        .clk(clk),
        .restart(restart),
        .step(step),
        .number(number)
    );
  end else if (SOURCE == 3) begin : g_counter
    counter_source #(
        .WIDTH(WIDTH)
    ) source (
        .clk(clk),
        .restart(restart),
        .step(step),
        .key(key),
        .number(number)
    );
  end else begin : g_cell
    assign number = '0;
  end

  assign unused = &{1'b0, clk, restart, step, seed, key, p, cell_one};
  assign one    = SOURCE == 0 ? cell_one : {1'b0, number} < p;
endmodule
