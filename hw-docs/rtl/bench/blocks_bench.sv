// Drives arithmetic, generators and the drive's ramp, line by line, and compares what comes out.
//
//   +operations=FILE   lines "kind first a b expected", numbers hexadecimal:
//     1 float_multiply a b; 2 float_add a b
//     3 mac_float, 4 with 7 bits of fraction, 5 mac_int8: clears if first is 1, adds a b
//     6 lfsr, 7 Sobol's third dimension, 8 counter words: begins with seed or key a if first is 1, then a bit at p = b
//     9 drive_ramp and drive_sample: the step of p = a
module blocks_bench;
  logic clk = 1'b0;
  logic reset = 1'b1;
  logic [63:0] a, b, a_value, b_value, expected, found;
  logic [31:0] product, addition, sum, short_sum;
  logic signed [31:0] integer_sum;
  logic [5:0] code, held;
  logic [15:0] boundary;
  logic first, ramp_busy, sampling, lfsr_one, sobol_one, counter_one, taken;
  logic [9:0] active = 10'd0;
  int file, kind, first_value;
  longint operations, differences, cycles;
  string path;

  always #1 clk = !clk;
  always @(posedge clk) begin
    cycles++;
    // The bit that is there before the step.
    taken <= kind == 6 ? lfsr_one : kind == 7 ? sobol_one : counter_one;
  end

  float_multiply multiplier (
      .a(a[31:0]),
      .b(b[31:0]),
      .product(product)
  );

  float_add adder (
      .a(a[31:0]),
      .b(b[31:0]),
      .sum(addition)
  );

  mac_float mac (
      .clk(clk),
      .clear(active[3] && first),
      .add(active[3]),
      .a(a[31:0]),
      .b(b[31:0]),
      .sum(sum)
  );

  mac_float #(
      .FRACTION(7)
  ) short_mac (
      .clk(clk),
      .clear(active[4] && first),
      .add(active[4]),
      .a(a[15:0]),
      .b(b[15:0]),
      .sum(short_sum)
  );

  mac_int8 integer_mac (
      .clk(clk),
      .clear(active[5] && first),
      .add(active[5]),
      .a(a[7:0]),
      .b(b[7:0]),
      .sum(integer_sum)
  );

  stream_generator #(
      .SOURCE(1)
  ) lfsr (
      .clk(clk),
      .restart(active[6] && first),
      .step(active[6]),
      .seed(a[15:0]),
      .key(a),
      .p(b[16:0]),
      .cell_one(1'b0),
      .one(lfsr_one)
  );

  stream_generator #(
      .SOURCE(2),
      .DIRECTIONS({
          16'h9055, 16'h60EE, 16'hC09C, 16'h8068, 16'h5590, 16'hEE60, 16'h9CC0, 16'h6880,
          16'hC500, 16'h8E00, 16'h5C00, 16'hE800, 16'h9000, 16'h6000, 16'hC000, 16'h8000
      })
  ) sobol (
      .clk(clk),
      .restart(active[7] && first),
      .step(active[7]),
      .seed(a[15:0]),
      .key(a),
      .p(b[16:0]),
      .cell_one(1'b0),
      .one(sobol_one)
  );

  stream_generator #(
      .SOURCE(3)
  ) counters (
      .clk(clk),
      .restart(active[8] && first),
      .step(active[8]),
      .seed(a[15:0]),
      .key(a),
      .p(b[16:0]),
      .cell_one(1'b0),
      .one(counter_one)
  );

  drive_ramp ramp (
      .clk(clk),
      .reset(reset),
      .begin_ramp(active[9] && first),
      .busy(ramp_busy),
      .code(code),
      .boundary(boundary)
  );

  drive_sample sample (
      .clk(clk),
      .begin_ramp(active[9] && first),
      .boundary(boundary),
      .p(a[16:0]),
      .sampling(sampling)
  );

  // A clock with `first`, then one without.
  task automatic clock(input logic begins);
    active[kind] = 1'b1;
    first = begins;
    @(negedge clk);
    active = 10'd0;
  endtask

  initial begin
    if (!$value$plusargs("operations=%s", path)) $fatal(1, "Give +operations=FILE.");
    file = $fopen(path, "r");
    if (file == 0) $fatal(1, "Cannot read %s.", path);
    @(negedge clk);
    reset = 1'b0;
    while ($fscanf(file, "%d %d %h %h %h", kind, first_value, a_value, b_value, expected) == 5) begin
      a = a_value;
      b = b_value;
      if (first_value != 0) clock(1'b1);
      if (kind < 9) clock(1'b0);
      else begin
        while (ramp_busy) begin
          if (sampling) held = code;
          @(negedge clk);
        end
      end
      case (kind)
        1: found = 64'(product);
        2: found = 64'(addition);
        3: found = 64'(sum);
        4: found = 64'(short_sum);
        5: found = 64'(unsigned'(integer_sum));
        9: found = 64'(held);
        default: found = 64'(taken);
      endcase
      operations++;
      if (found != expected) begin
        differences++;
        if (differences < 20) $display("operation %0d of kind %0d, %h and %h: %h, not %h", operations, kind, a, b, found, expected);
      end
    end
    $display("%0d updates, %0d differences, %0d cycles", operations, differences, cycles);
    $finish;
  end
endmodule
