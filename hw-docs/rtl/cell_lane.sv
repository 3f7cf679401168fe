// A lane whose bits come from cells, one at a time: the rows of the optimisers' table for one parameter after the other, as the controller says.
//
//   register <- clip(register +- SC(change x quantity) - SC(decay x register)),  Adam's weights by a quotient in place of the change
//
// Lanes of a group do the same at the same time; what differs is their data. Every register has a clock of its own that only its commands, or a
// one of the stream, let through.
//
// Commands, high for a clock, one at a time:
//   load_register   data becomes the sum and the operand, the counter zero
//   load_quantity   data becomes the operand; load_divisor: data, at least 1, becomes the divisor of Adam's quotient
//   limit_dividend  an operand larger than the divisor becomes the divisor; normalise: both are doubled unless the divisor has its leading digit
//   multiply        a digit of the mantissa, the last first, 16 times, where the coefficient is no power of two
//   read            a bit of the stream is counted
//   apply           the count, or in direct mode the operand shifted, goes into the sum; the counter becomes zero
//   halve_sum, double_sum  the sum, a one of the cell rounding an odd one up
//   take_maximum    |result| into the maximum if it is larger; clear_maximum
//
// Settings, steady from load to apply: see step_controller. p: for the cells, 0..65536 in units of 2^-16; quotient: 1 for Adam's, whose cells are
// read at two times (cell_one, inner_one) and whose gate has cells of its own (gate_one).
//
// No reset: load_register and clear_maximum come first. COUNT_BITS holds the longest stream. MULTIPLIER = 0: powers of two alone. QUOTIENT = 0:
// no Adam. Registers hold -32767..32767.
module cell_lane #(
    parameter int COUNT_BITS = 6,
    parameter int MULTIPLIER = 1,
    parameter int QUOTIENT   = 1
) (
    input  logic                         clk,
    input  logic                         load_register,
    input  logic                         load_quantity,
    input  logic                         load_divisor,
    input  logic                         limit_dividend,
    input  logic                         normalise,
    input  logic                         multiply,
    input  logic                         read,
    input  logic                         apply,
    input  logic                         halve_sum,
    input  logic                         double_sum,
    input  logic                         take_maximum,
    input  logic                         clear_maximum,
    input  logic                         digit,
    input  logic                         power_of_two,
    input  logic                         bipolar,
    input  logic                         direct,
    input  logic                         absolute,
    input  logic                         take_away,
    input  logic                         quotient,
    input  logic                         at_least_one,
    input  logic        [5:0]            shift_plus_one,
    input  logic        [4:0]            quantum,
    input  logic        [COUNT_BITS-1:0] length,
    input  logic        [14:0]           limit,
    input  logic signed [15:0]           data,
    input  logic                         cell_one,
    input  logic                         inner_one,
    input  logic                         gate_one,
    output logic        [16:0]           p,
    output logic        [16:0]           inner_p,
    output logic signed [15:0]           result,
    output logic                         clipped,
    output logic        [14:0]           maximum
);
  // A register and two counts at a quantum of at most 2^16 each.
  localparam int Width = COUNT_BITS + 18;

  logic [15:0] entering;
  logic        entering_sign;
  logic [15:0] operand;
  logic        sign;

  // The magnitude of what comes in, or of the result while its maximum is taken.
  assign entering_sign = take_maximum ? result < 16'sd0 : data < 16'sd0;
  assign entering      = 16'(take_maximum ? (entering_sign ? -result : result) : entering_sign ? -data : data);

  // From operand to probability.
  logic [30:0] product;
  logic [32:0] whole;
  logic [16:0] rounded, scaled;

  if (MULTIPLIER != 0) begin : g_multiplier
    logic [30:0] serial;

    serial_multiplier multiplier (
        .clk(clk),
        .clear(load_register || load_quantity),
        .step(multiply),
        .number(operand[14:0]),
        .digit(digit),
        .product(serial)
    );

    assign product = power_of_two ? {1'b0, operand[14:0], 15'd0} : serial;
  end else begin : g_shift
    logic unused;

    assign unused  = &{1'b0, multiply, digit, power_of_two};
    assign product = {1'b0, operand[14:0], 15'd0};
  end

  scale_round scale (
      .product(product),
      .shift_plus_one(shift_plus_one),
      .whole(whole),
      .rounded(rounded)
  );

  assign scaled = !bipolar ? rounded : sign ? 17'h8000 - rounded : 17'h8000 + rounded;

  // Operand, divisor and the divider of streams.
  logic one;

  if (QUOTIENT != 0) begin : g_quotient
    logic [15:0] p_of_divisor;
    logic        quotient_one;

    quotient_operands operands (
        .clk(clk),
        .load(load_register || load_quantity),
        .load_divisor(load_divisor),
        .limit_dividend(limit_dividend),
        .normalise(normalise),
        .read(read && quotient),
        .entering(entering),
        .entering_sign(entering_sign),
        .outer_one(cell_one),
        .inner_one(inner_one),
        .gate_one(gate_one),
        .dividend(operand),
        .sign(sign),
        .divisor(p_of_divisor),
        .one(quotient_one)
    );

    assign one     = quotient ? quotient_one : cell_one;
    assign p       = quotient ? (operand == 16'd0 ? 17'd0 : {1'b0, p_of_divisor}) : scaled;
    assign inner_p = quotient ? {1'b0, operand} : 17'd0;
  end else begin : g_no_quotient
    logic gated, run, unused;

    clock_gate gate (
        .clk(clk),
        .enable(load_register || load_quantity),
        .gated(gated),
        .run(run)
    );

    always_ff @(posedge gated) begin
      if (run) begin
        operand <= entering;
        sign    <= entering_sign;
      end
    end

    assign unused  = &{1'b0, load_divisor, limit_dividend, normalise, quotient, inner_one, gate_one, operand[15]};
    assign one     = cell_one;
    assign p       = scaled;
    assign inner_p = 17'd0;
  end

  logic [COUNT_BITS-1:0] ones;

  stream_counter #(
      .WIDTH(COUNT_BITS)
  ) counter (
      .clk(clk),
      .clear(load_register || apply),
      .one(read && one),
      .ones(ones)
  );

  // The sum: C 2^k with the sign of the quantity, (2 C - N) 2^k, or the quantity itself.
  logic signed [Width-1:0] sum, counted, moved;
  logic                    subtract, sum_clk, sum_run;

  always_comb begin
    counted  = bipolar ? (Width'(ones) <<< 1) - Width'(length) : Width'(ones);
    moved    = counted <<< quantum;
    if (direct) moved = whole > 33'h1_FFFF ? Width'(17'h1_FFFF) : Width'(17'(whole));
    subtract = take_away ^ (sign && !absolute && (!bipolar || direct));
  end

  clock_gate sum_gate (
      .clk(clk),
      .enable(load_register || apply || halve_sum || double_sum),
      .gated(sum_clk),
      .run(sum_run)
  );

  always_ff @(posedge sum_clk) begin
    if (sum_run) begin
      if (load_register) sum <= Width'(data);
      else if (halve_sum) sum <= (sum + Width'($signed({1'b0, cell_one}))) >>> 1;
      else if (double_sum) sum <= sum <<< 1;
      else sum <= subtract ? sum - moved : sum + moved;
    end
  end

  logic signed [15:0] clamped;

  saturate #(
      .WIDTH(Width)
  ) clip (
      .sum(sum),
      .limit(limit),
      .value(clamped),
      .clipped(clipped)
  );

  assign result = at_least_one && clamped < 16'sd1 ? 16'sd1 : clamped;

  logic maximum_clk, maximum_run;

  clock_gate maximum_gate (
      .clk(clk),
      .enable(clear_maximum || take_maximum && entering[14:0] > maximum),
      .gated(maximum_clk),
      .run(maximum_run)
  );

  always_ff @(posedge maximum_clk) if (maximum_run) maximum <= clear_maximum ? 15'd0 : entering[14:0];
endmodule
