// Controller, lanes and what they share: the optimiser's circuit between registers and cells.
//
//   write, address, data, state_data, start, busy, memory_*, set_pulse .. gate_p, code   see step_controller and drive_ramp
//   read_data   lane i has bits [16 i +: 16] of a row; write_data, lane_writes: which lanes of it are in use
//   cell_one, inner_one, gate_one   the bit that each lane's sense amplifiers read; inner_one the same cell's at an earlier time and gate_one from
//               cells of their own, for Adam's quotient; held while read_pulse ends
//   rows_selected  the row of cells that is read
//   p, inner_p  what each lane asks of its cells, 17 bits each; sampling: its switch on the ramp
//   saturations lanes whose result was clipped, in the clock of memory_write
//
// Reset: synchronous, active high.
module lane_group #(
    parameter int LANES      = 4,
    parameter int MULTIPLIER = 1,
    parameter int QUOTIENT   = 1,
    parameter int COUNT_BITS = 6,
    parameter int ROW_BITS   = 12,
    parameter int TIME_BITS  = 12
) (
    input  logic                  clk,
    input  logic                  reset,
    input  logic                  write,
    input  logic [5:0]            address,
    input  logic [15:0]           data,
    input  logic                  start,
    output logic                  busy,
    output logic [15:0]           state_data,
    output logic                  memory_read,
    output logic                  memory_write,
    output logic [1:0]            memory_array,
    output logic [ROW_BITS-1:0]   row,
    input  logic [LANES*16-1:0]   read_data,
    output logic [LANES*16-1:0]   write_data,
    output logic [LANES-1:0]      lane_writes,
    output logic [LANES-1:0]      saturations,
    output logic                  set_pulse,
    output logic                  read_pulse,
    output logic                  reset_pulse,
    output logic [2:0]            stream,
    output logic [COUNT_BITS-1:0] bit_index,
    output logic [31:0]           rows_selected,
    output logic [LANES*17-1:0]   p,
    output logic [LANES*17-1:0]   inner_p,
    output logic [16:0]           gate_p,
    output logic [5:0]            code,
    output logic [LANES-1:0]      sampling,
    input  logic [LANES-1:0]      cell_one,
    input  logic [LANES-1:0]      inner_one,
    input  logic [LANES-1:0]      gate_one
);
  logic lane_clock, load_register, fresh, load_quantity, load_divisor, limit_dividend, normalise, multiply, read, apply, halve_sum, double_sum;
  logic take_maximum, clear_maximum, digit, power_of_two, bipolar, direct, absolute, take_away, quotient, at_least_one;
  logic [5:0]            shift_plus_one;
  logic [4:0]            quantum;
  logic [COUNT_BITS-1:0] length;
  logic [14:0]           limit, largest;
  logic                  any_p, last_row, begin_ramp, ramp_busy, one_cell, gated, unused_run;
  logic [15:0]           last_lanes, boundary;
  logic [LANES-1:0]      in_use, clipped;
  logic [LANES*15-1:0]   maxima;

  assign any_p = |p;

  step_controller #(
      .COUNT_BITS(COUNT_BITS),
      .ROW_BITS  (ROW_BITS),
      .TIME_BITS (TIME_BITS)
  ) controller (
      .clk(clk),
      .reset(reset),
      .write(write),
      .address(address),
      .data(data),
      .start(start),
      .busy(busy),
      .state_data(state_data),
      .lane_clock(lane_clock),
      .load_register(load_register),
      .fresh(fresh),
      .load_quantity(load_quantity),
      .load_divisor(load_divisor),
      .limit_dividend(limit_dividend),
      .normalise(normalise),
      .multiply(multiply),
      .read(read),
      .apply(apply),
      .halve_sum(halve_sum),
      .double_sum(double_sum),
      .take_maximum(take_maximum),
      .clear_maximum(clear_maximum),
      .digit(digit),
      .power_of_two(power_of_two),
      .bipolar(bipolar),
      .direct(direct),
      .absolute(absolute),
      .take_away(take_away),
      .quotient(quotient),
      .at_least_one(at_least_one),
      .shift_plus_one(shift_plus_one),
      .quantum(quantum),
      .length(length),
      .limit(limit),
      .any_p(any_p),
      .largest(largest),
      .memory_read(memory_read),
      .memory_write(memory_write),
      .memory_array(memory_array),
      .row(row),
      .last_row(last_row),
      .last_lanes(last_lanes),
      .begin_ramp(begin_ramp),
      .ramp_busy(ramp_busy),
      .set_pulse(set_pulse),
      .read_pulse(read_pulse),
      .reset_pulse(reset_pulse),
      .stream(stream),
      .bit_index(bit_index),
      .one_cell(one_cell),
      .gate_p(gate_p)
  );

  drive_ramp ramp (
      .clk(clk),
      .reset(reset),
      .begin_ramp(begin_ramp),
      .busy(ramp_busy),
      .code(code),
      .boundary(boundary)
  );

  line_decoder #(
      .BITS(5)
  ) cell_row (
      .enable(set_pulse || read_pulse || reset_pulse),
      .address(one_cell ? 5'd0 : bit_index[4:0]),
      .lines(rows_selected)
  );

  maximum_tree #(
      .COUNT(LANES),
      .WIDTH(15)
  ) tree (
      .numbers(maxima),
      .largest(largest)
  );

  // With FPGA defined this is the clock itself: every register of a lane has an enable of its own.
  clock_gate lanes_gate (
      .clk(clk),
      .enable(lane_clock),
      .gated(gated),
      .run(unused_run)
  );

  for (genvar i = 0; i < LANES; i++) begin : g_lane
    assign in_use[i] = !last_row || 16'(i) < last_lanes;

    cell_lane #(
        .COUNT_BITS(COUNT_BITS),
        .MULTIPLIER(MULTIPLIER),
        .QUOTIENT  (QUOTIENT)
    ) lane (
        .clk(gated),
        .load_register(load_register),
        .load_quantity(load_quantity),
        .load_divisor(load_divisor),
        .limit_dividend(limit_dividend),
        .normalise(normalise),
        .multiply(multiply),
        .read(read),
        .apply(apply),
        .halve_sum(halve_sum),
        .double_sum(double_sum),
        .take_maximum(take_maximum && in_use[i]),
        .clear_maximum(clear_maximum),
        .digit(digit),
        .power_of_two(power_of_two),
        .bipolar(bipolar),
        .direct(direct),
        .absolute(absolute),
        .take_away(take_away),
        .quotient(quotient),
        .at_least_one(at_least_one),
        .shift_plus_one(shift_plus_one),
        .quantum(quantum),
        .length(length),
        .limit(limit),
        .data(fresh && load_register ? 16'd0 : read_data[i*16+:16]),
        .cell_one(cell_one[i]),
        .inner_one(inner_one[i]),
        .gate_one(gate_one[i]),
        .p(p[i*17+:17]),
        .inner_p(inner_p[i*17+:17]),
        .result(write_data[i*16+:16]),
        .clipped(clipped[i]),
        .maximum(maxima[i*15+:15])
    );

    drive_sample sample (
        .clk(gated),
        .begin_ramp(begin_ramp),
        .boundary(boundary),
        .p(p[i*17+:17]),
        .sampling(sampling[i])
    );
  end

  assign lane_writes = memory_write ? in_use : '0;
  assign saturations = clipped & lane_writes;
endmodule
