// Drives one unit of arithmetic or one generator, operation after operation, and compares every result.
//
//   Unit          0 mac_float with 23 bits of fraction, 1 with 7, 2 mac_int8, 3 stream_generator with a shift register, 4 with Sobol's sequence,
//                 5 arithmetic_unit with Operation and Width, whose third operand is the first turned by 16 bits
//   +operations=FILE   lines "first a b expected", numbers hexadecimal: a product a b is added after a clear if first is 1, and the sum expected;
//                 or a bit at p = b, after a restart with seed a if first is 1; or the result of a and b
//   +record=N     only every N-th run of operations, from one first to the next
//
// `recorded` is 1 while operations run, for whoever counts what the circuit does meanwhile.
module unit_bench #(
    parameter int Unit      = 0,
    parameter int Operation = 0,
    parameter int Width     = 16
);
  logic clk = 1'b0;
  logic clear = 1'b0;
  logic add = 1'b0;
  logic [31:0] a, b, a_value, b_value;
  logic [63:0] found, expected;

  always #1 clk = !clk;

  if (Unit < 2) begin : g_float
    logic [31:0] sum;
`ifdef GATES
    mac_float unit (
`else
    mac_float #(
        .FRACTION(Unit == 0 ? 23 : 7)
    ) unit (
`endif
        .clk(clk),
        .clear(clear),
        .add(add),
        .a(a[Unit==0?31:15:0]),
        .b(b[Unit==0?31:15:0]),
        .sum(sum)
    );
    assign found = {32'd0, sum};
  end else if (Unit == 2) begin : g_integer
    logic signed [31:0] sum;
    mac_int8 unit (
        .clk(clk),
        .clear(clear),
        .add(add),
        .a(a[7:0]),
        .b(b[7:0]),
        .sum(sum)
    );
    assign found = {32'd0, sum};
  end else if (Unit == 5) begin : g_arithmetic
    localparam int Bits = Operation == 1 ? 2 * Width : Operation == 2 ? 2 ** Width : Operation == 0 ? Width
                        : Operation == 7 ? $clog2(Width + 1) : 32;
    logic [Bits-1:0] result;
`ifdef GATES
    arithmetic_unit unit (
`else
    arithmetic_unit #(
        .OPERATION(Operation),
        .WIDTH    (Width)
    ) unit (
`endif
        .clk(clk),
        .a(a),
        .b(b),
        .c({a[15:0], a[31:16]}),
        .result(result)
    );
    assign found = 64'(result);
  end else begin : g_generator
    logic one;
`ifdef GATES
    stream_generator unit (
`else
    stream_generator #(
        .SOURCE(Unit - 2)
    ) unit (
`endif
        .clk(clk),
        .restart(clear),
        .step(add),
        .seed(a[15:0]),
        .key(64'd0),
        .p(b[16:0]),
        .cell_one(1'b0),
        .one(one)
    );
    assign found = {63'd0, one};
  end

  int file, first, record, runs;
  logic [7:0] recorded = 8'd0;
  logic is_run;
  longint operations, differences, cycles, recorded_cycles;
  string path;

  always @(posedge clk) begin
    cycles++;
    if (recorded != 8'd0) recorded_cycles++;
  end

  initial begin
    if (!$value$plusargs("operations=%s", path)) $fatal(1, "Give +operations=FILE.");
    if (!$value$plusargs("record=%d", record)) record = 1;
    file = $fopen(path, "r");
    if (file == 0) $fatal(1, "Cannot read %s.", path);
    while ($fscanf(file, "%d %h %h %h", first, a_value, b_value, expected) == 4) begin
      if (first != 0) begin
        is_run = runs % record == 0;
        runs++;
      end
      if (is_run) begin
        if (first != 0) begin
          clear = 1'b1;
          a = a_value;
          @(negedge clk);
          clear = 1'b0;
        end
        recorded = 8'd1;
        a = a_value;
        b = b_value;
        add = 1'b1;
        // A bit is there before the clock that takes the next number, a sum after it.
        @(posedge clk);
        if ((Unit == 3 || Unit == 4) && found != expected) differences++;
        @(negedge clk);
        add = 1'b0;
        if (Unit != 3 && Unit != 4 && found != expected) differences++;
        operations++;
      end
    end
    recorded = 8'd0;
    $display("recorded 1: %0d updates, %0d cycles", operations, recorded_cycles);
    $display("%0d updates, %0d differences, %0d cycles", operations, differences, cycles);
    $finish;
  end
endmodule
