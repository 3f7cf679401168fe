// Dividend and divisor of Adam's quotient, doubled together until the divisor has its leading digit, and the divider of their streams:
// hw-docs/optimizers.md, "Adam's quotient".
//
//   load            entering, with its sign, becomes the dividend; the divider's flip-flop becomes zero
//   load_divisor    entering, at least 1 and 1 where it is negative, becomes the divisor
//   limit_dividend  a dividend above the divisor becomes the divisor
//   normalise       15 times: both are doubled unless the divisor has its leading digit
//   read            outer_one and inner_one, one cell read at two times, are divided: the inner one where the outer is one, the last output else
//   one             that output, where gate_one lets it pass
//
// No reset: load comes first.
module quotient_operands (
    input  logic        clk,
    input  logic        load,
    input  logic        load_divisor,
    input  logic        limit_dividend,
    input  logic        normalise,
    input  logic        read,
    input  logic [15:0] entering,
    input  logic        entering_sign,
    input  logic        outer_one,
    input  logic        inner_one,
    input  logic        gate_one,
    output logic [15:0] dividend,
    output logic        sign,
    output logic [15:0] divisor,
    output logic        one
);
  logic doubles, limits, last, passed;
  logic dividend_clk, dividend_run, divisor_clk, divisor_run, sign_clk, sign_run, last_clk, last_run;

  assign doubles = normalise && !divisor[15];
  assign limits  = limit_dividend && dividend > divisor;
  assign passed  = outer_one ? inner_one : last;
  assign one     = passed && gate_one;

  clock_gate dividend_gate (
      .clk(clk),
      .enable(load || doubles || limits),
      .gated(dividend_clk),
      .run(dividend_run)
  );

  clock_gate divisor_gate (
      .clk(clk),
      .enable(load_divisor || doubles),
      .gated(divisor_clk),
      .run(divisor_run)
  );

  clock_gate sign_gate (
      .clk(clk),
      .enable(load),
      .gated(sign_clk),
      .run(sign_run)
  );

  clock_gate last_gate (
      .clk(clk),
      .enable(load || read && outer_one && inner_one != last),
      .gated(last_clk),
      .run(last_run)
  );

  always_ff @(posedge dividend_clk) if (dividend_run) dividend <= load ? entering : limits ? divisor : dividend << 1;

  always_ff @(posedge divisor_clk) begin
    if (divisor_run) divisor <= !load_divisor ? divisor << 1 : entering_sign || entering == 16'd0 ? 16'd1 : entering;
  end

  always_ff @(posedge sign_clk) if (sign_run) sign <= entering_sign;

  always_ff @(posedge last_clk) if (last_run) last <= !load && inner_one;
endmodule
