// The controller of a group of lanes: a step of an optimiser for one tensor, from rescaling over the phases with their scales to the last row.
//
// It computes what TensorOptimizer does around the streams (hw-docs/optimizers.md, "A step in integers"): it halves or doubles the auxiliary
// registers, gives them their scale at the first gradient, chooses quantum and shift of every stream from the largest register of the phase
// before, and drives rows of parameters, one in every lane, through cell_lane. The rate is a power of two: its remainder has no stream here.
//
//   write, address, data   settings (step_settings), and between steps the state that a step leaves: 10 fraction bits of the auxiliary registers
//                          [9:0], known [15]; 11, 12, 13 largest magnitude of weights, first and second auxiliary registers
//   state_data             what a step leaves, by the address it is written to
//   start, busy            a step
//   memory_*               a row of an array (0 gradients, 1 weights, 2 and 3 auxiliary), data of a read in the clock after it
//   stream                 which stream the cells make: as in step_settings, 6 for the bits that round a halved register
//   bit_index              bit of the stream; its cell is this modulo 32, or the one and only where cells are written one by one
//   set_pulse, read_pulse, reset_pulse   levels, as long as the settings say
//
// Where lanes, timer and ramp wait, the controller's own flip-flops are not clocked; lane_clock: whether the lanes' are. A stream is only drawn if
// a lane has a probability above 0. A bipolar tensor's first step needs a gradient other than zero.
// Reset: synchronous, active high; settings and state have none.
module step_controller #(
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

    // Lanes: commands and settings of cell_lane.
    output logic                  lane_clock,
    output logic                  load_register,
    output logic                  fresh,
    output logic                  load_quantity,
    output logic                  load_divisor,
    output logic                  limit_dividend,
    output logic                  normalise,
    output logic                  multiply,
    output logic                  read,
    output logic                  apply,
    output logic                  halve_sum,
    output logic                  double_sum,
    output logic                  take_maximum,
    output logic                  clear_maximum,
    output logic                  digit,
    output logic                  power_of_two,
    output logic                  bipolar,
    output logic                  direct,
    output logic                  absolute,
    output logic                  take_away,
    output logic                  quotient,
    output logic                  at_least_one,
    output logic [5:0]            shift_plus_one,
    output logic [4:0]            quantum,
    output logic [COUNT_BITS-1:0] length,
    output logic [14:0]           limit,
    input  logic                  any_p,
    input  logic [14:0]           largest,

    // Memory.
    output logic                  memory_read,
    output logic                  memory_write,
    output logic [1:0]            memory_array,
    output logic [ROW_BITS-1:0]   row,
    output logic                  last_row,
    output logic [15:0]           last_lanes,

    // Cells.
    output logic                  begin_ramp,
    input  logic                  ramp_busy,
    output logic                  set_pulse,
    output logic                  read_pulse,
    output logic                  reset_pulse,
    output logic [2:0]            stream,
    output logic [COUNT_BITS-1:0] bit_index,
    output logic                  one_cell,
    output logic [16:0]           gate_p
);
  localparam logic [1:0] Gradients = 2'd0;
  localparam logic [1:0] Weights = 2'd1;
  localparam logic [1:0] First = 2'd2;
  localparam logic [1:0] Second = 2'd3;
  localparam logic [1:0] Sgd = 2'd1;
  localparam logic [1:0] Momentum = 2'd2;
  localparam logic [1:0] Adam = 2'd3;

  typedef enum logic [4:0] {
    IDLE,
    RESCALE,
    BEGIN_PHASE,
    CHOOSE,
    CHOSEN,
    READ_REGISTER,
    LOAD_REGISTER,
    READ_QUANTITY,
    LOAD_QUANTITY,
    READ_DIVISOR,
    LOAD_DIVISOR,
    LIMIT,
    NORMALISE,
    MULTIPLY,
    PULSE,
    RAMP,
    SET,
    READ,
    RESET,
    APPLY,
    DOUBLE,
    TAKE,
    END_ARRAY
  } state_t;

  state_t                  state;
  logic                    rescales, is_first, is_decay;
  logic [1:0]              phase, target;
  logic [3:0]              digit_index;
  logic                    halves;

  // Settings.
  logic [5:0]            program_word;
  logic [1:0]            kind;
  logic                  is_bipolar, is_counted, has_weight_decay, has_auxiliary;
  logic [ROW_BITS-1:0]   rows;
  logic [14:0]           weight_limit, auxiliary_limit;
  logic [15:0]           gradient_maximum, mantissa;
  logic signed [9:0]     gradient_fraction_bits, field, exponent, fraction_bits, direct_shift;
  logic [TIME_BITS-1:0]  set_time, read_time, reset_time;
  logic [COUNT_BITS-1:0] field_length;

  step_settings #(
      .COUNT_BITS(COUNT_BITS),
      .ROW_BITS  (ROW_BITS),
      .TIME_BITS (TIME_BITS)
  ) settings (
      .clk(clk),
      .write(write),
      .address(address),
      .data(data),
      .stream(stream),
      .program_word(program_word),
      .rows(rows),
      .last_lanes(last_lanes),
      .weight_limit(weight_limit),
      .auxiliary_limit(auxiliary_limit),
      .gradient_maximum(gradient_maximum),
      .gradient_fraction_bits(gradient_fraction_bits),
      .set_time(set_time),
      .read_time(read_time),
      .reset_time(reset_time),
      .mantissa(mantissa),
      .exponent(field),
      .length(field_length)
  );

  assign {has_weight_decay, is_counted, one_cell, is_bipolar, kind} = program_word;
  assign has_auxiliary = kind != Sgd;

  // The phase: which registers it changes by what.
  logic [1:0] quantity;
  logic       has_decay, is_last_phase, divides, starts_scale, by_count;

  always_comb begin
    is_last_phase = kind == Adam ? phase == 2'd2 : kind == Momentum ? phase == 2'd1 : 1'b1;
    if (!rescales) target = is_last_phase ? Weights : phase == 2'd0 ? First : Second;
    else target = phase == 2'd0 ? First : Second;
    quantity     = has_auxiliary && is_last_phase ? First : Gradients;
    divides      = kind == Adam && is_last_phase;
    starts_scale = target == Second && is_first;
    by_count     = quantity == Gradients && (kind == Adam ? starts_scale : is_counted);
    has_decay    = target == Weights ? has_weight_decay : !starts_scale;
    if (rescales) stream = 3'd6;
    else if (target == Weights) stream = is_decay ? 3'd3 : 3'd2;
    else if (target == First) stream = is_decay ? 3'd1 : 3'd0;
    else stream = is_decay ? 3'd5 : 3'd4;
  end

  // State that a step leaves: fraction bits of the auxiliary registers, and largest magnitudes.
  logic        is_known;
  logic [14:0] maxima[0:3];
  logic [14:0] larger;
  logic        scale_clk, scale_run, at_first, at_rescale, above, below;

  assign larger     = kind == Adam && maxima[3] > maxima[2] ? maxima[3] : maxima[2];
  assign above      = larger > auxiliary_limit >> 1;
  assign below      = larger != 15'd0 && larger < auxiliary_limit >> 3;
  assign at_first   = state == RESCALE && !rescales && has_auxiliary && !is_known && gradient_maximum != 16'd0;
  assign at_rescale = state == RESCALE && !rescales && has_auxiliary && is_known && (above || below);

  clock_gate scale_gate (
      .clk(clk),
      .enable(write && address == 6'd10 || at_first || at_rescale),
      .gated(scale_clk),
      .run(scale_run)
  );

  always_ff @(posedge scale_clk) begin
    if (scale_run) begin
      if (write) {is_known, fraction_bits} <= {data[15], data[9:0]};
      else begin
        is_known <= 1'b1;
        if (at_first) fraction_bits <= gradient_fraction_bits + digits_of({1'b0, auxiliary_limit}) - 10'sd3 - digits_of(gradient_maximum);
        else fraction_bits <= fraction_bits + (above ? -10'sd1 : 10'sd1);
      end
    end
  end

  // That of the gradients is a setting.
  assign maxima[0] = 15'd0;
  for (genvar i = 1; i < 4; i++) begin : g_maximum
    logic [14:0] value;
    logic        gated, run;

    clock_gate gate (
        .clk(clk),
        .enable(write && address == 6'(10 + i) || state == END_ARRAY && target == 2'(i)),
        .gated(gated),
        .run(run)
    );

    always_ff @(posedge gated) if (run) value <= write ? 15'(data) : largest;

    assign maxima[i] = value;
  end

  always_comb begin
    case (address)
      6'd10:   state_data = {is_known, 5'd0, fraction_bits};
      6'd11:   state_data = 16'(maxima[1]);
      6'd12:   state_data = 16'(maxima[2]);
      default: state_data = 16'(maxima[3]);
    endcase
  end

  function automatic logic signed [9:0] digits_of(input logic [15:0] value);
    digits_of = 10'sd0;
    for (int i = 0; i < 16; i++) if (value[i]) digits_of = 10'(i + 1);
  endfunction

  // The scale of a stream.
  logic [4:0]  chosen_quantum, change_quantum, decay_quantum;
  logic [5:0]  chosen_shift, change_shift, decay_shift;
  logic [15:0] scaled_maximum;
  logic        choice_clk, choice_run;

  always_comb begin
    exponent = field;
    if (stream == 3'd0 || stream == 3'd4) exponent = field + fraction_bits;
    else if (stream == 3'd2 && kind == Momentum) exponent = field - fraction_bits;
    scaled_maximum = is_decay ? {1'b0, maxima[target]} : quantity == Gradients ? gradient_maximum : {1'b0, maxima[First]};
    direct_shift   = starts_scale ? fraction_bits - gradient_fraction_bits : exponent;
  end

  scale_chooser chooser (
      .clk(clk),
      .begin_product(state == BEGIN_PHASE || state == CHOSEN),
      .step(state == CHOOSE),
      .maximum(scaled_maximum),
      .digit(digit),
      .exponent(exponent),
      .quantum(chosen_quantum),
      .shift_plus_one(chosen_shift)
  );

  clock_gate choice_gate (
      .clk(clk),
      .enable(state == CHOSEN),
      .gated(choice_clk),
      .run(choice_run)
  );

  // In a quantity that goes into the sum as it is, the shifter cuts; 2 is a shift to the left by 15.
  always_ff @(posedge choice_clk) begin
    if (choice_run) begin
      if (is_decay) begin
        decay_quantum <= chosen_quantum;
        decay_shift   <= chosen_shift;
      end else begin
        change_quantum <= divides ? 5'(field) : chosen_quantum;
        if (!by_count) change_shift <= chosen_shift;
        else change_shift <= direct_shift > 10'sd15 ? 6'd2 : direct_shift < -10'sd15 ? 6'd63 : 6'(10'sd17 - direct_shift);
      end
    end
  end

  // Lanes.
  logic [5:0] shift;

  assign power_of_two   = mantissa == 16'h8000;
  assign digit          = mantissa[digit_index];
  assign bipolar        = rescales || is_bipolar;
  assign direct         = by_count && !is_decay && !rescales;
  assign absolute       = target == Second && !is_decay;
  assign take_away      = is_decay || target == Weights;
  assign quotient       = divides && !is_decay && !rescales;
  assign at_least_one   = target == Second && !rescales;
  assign shift          = is_decay ? decay_shift : change_shift;
  assign shift_plus_one = rescales ? 6'd63 : bipolar && !direct && shift != 6'd63 ? shift + 6'd1 : shift;
  assign quantum        = is_decay ? decay_quantum : change_quantum;
  assign length         = rescales ? COUNT_BITS'(1) : field_length;
  assign limit          = target == Weights ? weight_limit : auxiliary_limit;
  assign fresh          = starts_scale && !rescales;
  assign gate_p         = {1'b0, mantissa} + 17'd1;

  assign load_register  = state == LOAD_REGISTER;
  assign load_quantity  = state == LOAD_QUANTITY;
  assign load_divisor   = state == LOAD_DIVISOR;
  assign limit_dividend = state == LIMIT;
  assign normalise      = state == NORMALISE;
  assign multiply       = state == MULTIPLY;
  assign read           = state == READ && !timer_busy && !rescales;
  assign halve_sum      = state == READ && !timer_busy && rescales;
  assign double_sum     = state == DOUBLE;
  assign apply          = state == APPLY && !rescales;
  assign take_maximum   = state == TAKE;
  assign clear_maximum  = state == BEGIN_PHASE;
  assign lane_clock     = load_register || load_quantity || load_divisor || limit_dividend || normalise || multiply || read || halve_sum || double_sum
      || apply || take_maximum || clear_maximum || begin_ramp || ramp_busy;

  assign memory_read  = state == READ_REGISTER || state == READ_QUANTITY || state == READ_DIVISOR;
  assign memory_write = state == TAKE;
  assign memory_array = state == READ_QUANTITY ? quantity : state == READ_DIVISOR ? Second : target;
  assign last_row     = row == rows - 1'b1;

  // Pulses.
  logic                 timer_busy, timer_load, last_bit, ends_word;
  logic [TIME_BITS-1:0] timer_clocks;

  assign last_bit    = bit_index == length - 1'b1;
  assign ends_word   = last_bit || one_cell || bit_index[4:0] == 5'd31;
  assign begin_ramp  = state == PULSE && any_p;
  assign set_pulse   = state == SET;
  assign read_pulse  = state == READ;
  assign reset_pulse = state == RESET;

  // A pulse begins when the state before it ends.
  always_comb begin
    timer_load   = advances && (state == RAMP || state == SET || state == READ || state == RESET && !is_complete);
    timer_clocks = state == RAMP || state == RESET ? set_time : state == READ && ends_word ? reset_time : read_time;
  end

  pulse_timer #(
      .BITS(TIME_BITS)
  ) timer (
      .clk(clk),
      .reset(reset),
      .load(timer_load),
      .clocks(timer_clocks),
      .busy(timer_busy)
  );

  // The sequence, clocked when it moves.
  logic advances, is_complete, state_clk, state_run;

  assign advances = !timer_busy && !(state == RAMP && ramp_busy) && (state != IDLE || start);
  assign busy     = state != IDLE;

  clock_gate state_gate (
      .clk(clk),
      .enable(reset || advances),
      .gated(state_clk),
      .run(state_run)
  );

  always_ff @(posedge state_clk) begin
    if (state_run) begin
      digit_index <= state == MULTIPLY || state == CHOOSE || state == NORMALISE ? digit_index + 4'd1 : 4'd0;
      if (reset) begin
        state <= IDLE;
      end else begin
        case (state)
          IDLE: begin
            state    <= RESCALE;
            rescales <= 1'b0;
            is_first <= 1'b0;
            phase    <= 2'd0;
          end
          RESCALE: begin
            is_first <= at_first;
            rescales <= at_rescale;
            halves   <= above;
            state    <= BEGIN_PHASE;
          end
          BEGIN_PHASE: begin
            row      <= '0;
            is_decay <= 1'b0;
            state    <= rescales ? READ_REGISTER : CHOOSE;
          end
          CHOOSE: if (digit_index == 4'd15) state <= CHOSEN;
          CHOSEN: begin
            is_decay <= !is_decay && has_decay;
            state    <= !is_decay && has_decay ? CHOOSE : READ_REGISTER;
          end
          READ_REGISTER: begin
            state    <= LOAD_REGISTER;
            is_decay <= has_decay && !rescales;
          end
          LOAD_REGISTER: begin
            if (rescales) state <= halves ? PULSE : DOUBLE;
            else state <= !is_decay ? READ_QUANTITY : power_of_two ? PULSE : MULTIPLY;
          end
          READ_QUANTITY: state <= LOAD_QUANTITY;
          LOAD_QUANTITY: begin
            if (quotient) state <= READ_DIVISOR;
            else state <= direct ? APPLY : power_of_two ? PULSE : MULTIPLY;
          end
          READ_DIVISOR: state <= LOAD_DIVISOR;
          LOAD_DIVISOR: state <= LIMIT;
          LIMIT: state <= NORMALISE;
          NORMALISE: if (digit_index == 4'd14) state <= PULSE;
          MULTIPLY: if (digit_index == 4'd15) state <= PULSE;
          PULSE: begin
            bit_index   <= '0;
            is_complete <= 1'b0;
            state       <= any_p ? RAMP : APPLY;
          end
          RAMP: state <= SET;
          SET: state <= READ;
          READ: begin
            bit_index   <= bit_index + 1'b1;
            is_complete <= last_bit;
            if (ends_word) state <= RESET;
          end
          RESET: state <= is_complete ? APPLY : SET;
          APPLY: begin
            is_decay <= 1'b0;
            state    <= is_decay ? READ_QUANTITY : TAKE;
          end
          DOUBLE: state <= TAKE;
          TAKE: begin
            row      <= row + 1'b1;
            state    <= last_row ? END_ARRAY : READ_REGISTER;
          end
          END_ARRAY: begin
            if (rescales) begin
              rescales <= kind == Adam && phase == 2'd0;
              phase    <= kind == Adam && phase == 2'd0 ? 2'd1 : 2'd0;
              state    <= BEGIN_PHASE;
            end else begin
              phase <= phase + 2'd1;
              state <= is_last_phase ? IDLE : BEGIN_PHASE;
            end
          end
          default: state <= IDLE;
        endcase
      end
    end
  end
endmodule
