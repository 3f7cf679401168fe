// The product of two floating-point numbers, rounded to the nearest binary32, ties to even (IEEE 754).
//
//   a, b     sign, 8 bits of exponent, FRACTION bits of fraction; FRACTION 23 (binary32) or less (7: bfloat16)
//   product  binary32; NaN is 7FC0_0000
//
// Combinational, without clock and reset.
module float_multiply #(
    parameter int FRACTION = 23
) (
    input  logic [FRACTION+8:0] a,
    input  logic [FRACTION+8:0] b,
    output logic [31:0]         product
);
  localparam int Significand = FRACTION + 1;
  localparam int Width = 2 * Significand;

  logic                   sign, a_special, b_special, a_zero, b_zero, invalid;
  logic [Significand-1:0] a_given, b_given, a_digits, b_digits;
  logic signed [10:0]     a_exponent, b_exponent, exponent, shift;
  logic [Width-1:0]       exact;
  logic [73:0]            digits;
  logic                   guard, sticky;
  logic [23:0]            kept;
  logic [30:0]            rounded;

  // Leading zeros of a significand; a subnormal number is normalised by them.
  function automatic logic signed [10:0] zeros(input logic [Significand-1:0] value);
    zeros = 11'(Significand);
    for (int i = 0; i < Significand; i++) if (value[i]) zeros = 11'(Significand - 1 - i);
  endfunction

  assign sign      = a[FRACTION+8] ^ b[FRACTION+8];
  assign a_special = a[FRACTION+7:FRACTION] == 8'hFF;
  assign b_special = b[FRACTION+7:FRACTION] == 8'hFF;
  assign a_zero    = a[FRACTION+7:0] == '0;
  assign b_zero    = b[FRACTION+7:0] == '0;
  assign invalid   = a_special && a[FRACTION-1:0] != '0 || b_special && b[FRACTION-1:0] != '0 || a_special && b_zero || b_special && a_zero;

  assign a_given    = {a[FRACTION+7:FRACTION] != 8'd0, a[FRACTION-1:0]};
  assign b_given    = {b[FRACTION+7:FRACTION] != 8'd0, b[FRACTION-1:0]};
  assign a_digits   = a_given << zeros(a_given);
  assign b_digits   = b_given << zeros(b_given);
  assign a_exponent = (a_given[FRACTION] ? 11'({3'd0, a[FRACTION+7:FRACTION]}) : 11'sd1) - zeros(a_given);
  assign b_exponent = (b_given[FRACTION] ? 11'({3'd0, b[FRACTION+7:FRACTION]}) : 11'sd1) - zeros(b_given);
  assign exact      = a_digits * b_digits;

  // The leading digit of the product at the top; below an exponent of 1 it moves down, and what leaves the digits sticks.
  assign exponent = a_exponent + b_exponent - (exact[Width-1] ? 11'sd126 : 11'sd127);
  assign shift    = exponent > 11'sd0 ? 11'sd0 : exponent < -11'sd25 ? 11'sd26 : 11'sd1 - exponent;
  assign digits   = {exact[Width-1] ? exact : exact << 1, {(74 - Width) {1'b0}}} >> shift;
  assign kept     = digits[73:50];
  assign guard    = digits[49];
  assign sticky   = digits[48:0] != '0;

  // With the leading digit in it the sum carries into the exponent by itself.
  assign rounded = (exponent > 11'sd1 ? {8'(exponent - 11'sd1), 23'd0} : 31'd0) + {7'd0, kept} + {30'd0, guard && (sticky || kept[0])};

  always_comb begin
    if (invalid) product = 32'h7FC0_0000;
    else if (a_special || b_special) product = {sign, 31'h7F80_0000};
    else if (a_zero || b_zero) product = {sign, 31'd0};
    else if (exponent > 11'sd254 || rounded[30:23] == 8'hFF) product = {sign, 31'h7F80_0000};
    else product = {sign, rounded};
  end
endmodule
